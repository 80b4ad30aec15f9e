import type { Page } from "@playwright/test"

/** The pages of the sandbox that stand for Alipay, WeChat and the bank, and the way back. */
export class PayPage {
  constructor(private readonly page: Page) {}

  get notice() {
    return this.page.getByRole("note")
  }

  async approve(): Promise<void> {
    await this.page.getByRole("button", { name: /^(同意付款|验证成功)$/ }).click()
  }

  async decline(): Promise<void> {
    await this.page.getByRole("button", { name: /^(拒绝付款|验证失败)$/ }).click()
  }

  /** The buyer's telephone: scans the code that the shop shows and confirms there. */
  async scan(): Promise<string> {
    const code = this.page.getByRole("link", { name: "在这台手机上付" })
    return (await code.getAttribute("href")) ?? ""
  }

  field(label: "卡号" | "有效期（月/年）" | "安全码") {
    return this.page.getByLabel(label, { exact: true })
  }

  async fillCard(number: string): Promise<void> {
    await this.field("卡号").fill(number)
    await this.field("有效期（月/年）").fill("1234")
    await this.field("安全码").fill("123")
  }

  async payCard(number: string): Promise<void> {
    await this.fillCard(number)
    await this.page.getByRole("button", { name: /^付款 ¥/ }).click()
  }

  get cardError() {
    return this.page.getByRole("alert")
  }

  /** @returns the order's id, read from the address of the page that thanks. */
  async arrive(): Promise<string> {
    await this.page.waitForURL("**/order/*")
    return new URL(this.page.url()).pathname.split("/").at(-1)!
  }
}
