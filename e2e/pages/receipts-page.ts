import type { Page } from "@playwright/test"

/** What a clerk does about money for one household: owing, paying, its yes, its sheet. */
export class ReceiptsPage {
  constructor(private readonly page: Page) {}

  field(label: string) {
    return this.page.getByLabel(label, { exact: true })
  }

  get notice() {
    return this.page.getByRole("status")
  }

  async owe(wage: { household: string; yuan: string; note: string }): Promise<void> {
    await this.page.goto("/seller/receipts/new")
    await this.field("农户").selectOption(wage.household)
    await this.field("是什么钱").selectOption({ label: "工钱" })
    await this.field("多少元").fill(wage.yuan)
    await this.field("备注（可以不填）").fill(wage.note)
    await this.page.getByRole("button", { name: "记下", exact: true }).click()
  }

  /** Opens a household's receipts of one state. */
  async open(state: "due" | "paid", household: string): Promise<void> {
    await this.page.goto(`/seller/receipts?state=${state}&household=${household}`)
  }

  /** The box of the receipt over this amount. */
  async choose(amount: string): Promise<void> {
    await this.page
      .getByRole("listitem")
      .filter({ has: this.page.getByRole("link", { name: amount, exact: true }) })
      .getByRole("checkbox")
      .check()
  }

  async pay(slip: string): Promise<void> {
    await this.field("怎么付的").selectOption({ label: "农信社代发" })
    await this.field("回单号或签收表号").fill(slip)
    await this.page.getByRole("button", { name: "登记这些已付" }).click()
  }

  async confirmByCode(code: string): Promise<void> {
    await this.field("户密码").fill(code)
    await this.page.getByRole("button", { name: "按密码确认这一户勾选的款" }).click()
  }

  /** Prints the sheet of one household for the running month. */
  async printSheet(household: string, phone: string): Promise<void> {
    await this.page.goto("/seller/receipts/statements")
    await this.field("单子上的服务站电话").fill(phone)
    await this.page
      .getByRole("listitem")
      .filter({ has: this.page.locator(`a[href*="${household}"]`) })
      .getByRole("button")
      .click()
  }

  get sheet() {
    return this.page.getByRole("article")
  }
}
