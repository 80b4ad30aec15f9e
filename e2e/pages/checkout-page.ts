import type { Page } from "@playwright/test"

const address = {
  收货人: "周敏",
  手机号: "13800138000",
  "省、直辖市": "北京市",
  "市、地区": "北京市",
  "区、县": "朝阳区",
  "街道、楼号门牌": "望京街 8 号 2 单元 601",
  电子邮箱: "zhoumin@example.cn",
}

/** One page: address, a way of sending for each parcel, payment. */
export class CheckoutPage {
  constructor(private readonly page: Page) {}

  field(label: string) {
    return this.page.getByLabel(label, { exact: true })
  }

  async fillAddress(over: Partial<typeof address> = {}): Promise<void> {
    for (const [label, value] of Object.entries({ ...address, ...over })) {
      await this.field(label).fill(value)
    }
  }

  get alert() {
    return this.page.getByRole("alert")
  }

  get payButton() {
    return this.page.getByRole("button", { name: "演示付款" })
  }

  /** @returns the order's id, read from the address of the page that thanks. */
  async pay(): Promise<string> {
    await this.payButton.click()
    await this.page.waitForURL("**/order/*")
    return new URL(this.page.url()).pathname.split("/").at(-1)!
  }
}
