import type { Page } from "@playwright/test"

export const password = "shangxing-demo"

/** The form by which consumers, sellers, officials and station workers sign in. */
export class SignInPage {
  constructor(private readonly page: Page) {}

  async enter(area: "" | "/seller" | "/official" | "/station", email: string, secret = password) {
    await this.page.goto(`${area}/sign-in`)
    await this.page.getByLabel("电子邮箱").fill(email)
    await this.page.getByLabel("密码").fill(secret)
    await this.page.getByRole("button", { name: "登录", exact: true }).click()
  }

  get alert() {
    return this.page.getByRole("alert")
  }
}
