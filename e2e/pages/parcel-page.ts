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
}
