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

  /** @returns the order's id, read from the address of the page that thanks. */
  async arrive(): Promise<string> {
    await this.page.waitForURL("**/order/*")
    return new URL(this.page.url()).pathname.split("/").at(-1)!
  }
}
