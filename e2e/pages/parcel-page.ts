import type { Page } from "@playwright/test"

/** A consignment as its seller packs and sends it. */
export class ParcelPage {
  constructor(private readonly page: Page) {}

  /** Sending can't be undone, so the page shows carrier and number once more. */
  async send(trackingNumber: string): Promise<void> {
    await this.page.getByLabel(/快递公司|承运/).selectOption({ index: 1 })
    await this.page.getByLabel(/单号/).fill(trackingNumber)
    await this.page.getByRole("button", { name: "下一步：核对" }).click()
    await this.page.getByRole("button", { name: "对，发货" }).click()
  }

  /** Giving money back for a part of the parcel, or all of it. */
  get refund() {
    return this.page.locator("#refund")
  }

  async openRefund(): Promise<void> {
    await this.refund.locator("summary").click()
  }

  async claim(title: string, amount: string, unit: string, reason: string): Promise<void> {
    await this.refund.getByLabel(new RegExp(`^${title}`)).fill(amount)
    await this.refund.getByLabel(/^单位/).selectOption(unit)
    await this.refund.getByLabel("为什么").selectOption(reason)
  }

  async askRefund(): Promise<void> {
    await this.refund.getByRole("button", { name: "下一步：看退多少" }).click()
  }

  async cancel(reason: string): Promise<void> {
    const cancel = this.page.locator("#cancel")
    await cancel.locator("summary").click()
    await cancel.getByLabel("为什么").selectOption(reason)
    await cancel.getByRole("button", { name: "下一步：核对取消" }).click()
    await cancel.getByRole("button", { name: "对，取消" }).click()
  }
}
