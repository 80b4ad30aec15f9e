import type { Page } from "@playwright/test"

import type { PayPage } from "./pay-page.ts"

const address = {
  收货人: "周敏",
  手机号: "13800138000",
  "省、直辖市": "北京市",
  "市、地区": "北京市",
  "区、县": "朝阳区",
  "街道、楼号门牌": "望京街 8 号 2 单元 601",
  电子邮箱: "zhoumin@example.cn",
}

export type Method = "支付宝" | "微信支付" | "银行卡"

/** One page: address, a way of sending for each parcel, a way to pay. */
export class CheckoutPage {
  constructor(
    private readonly page: Page,
    private readonly bank: PayPage,
  ) {}

  async open(): Promise<void> {
    await this.page.goto("/checkout")
  }

  field(label: string) {
    return this.page.getByLabel(label, { exact: true })
  }

  /** Whoever is signed in is not asked for an e-mail address. */
  async fillAddress(over: Partial<typeof address> = {}): Promise<void> {
    await this.field("收货人").waitFor()
    const isKnown = (await this.field("电子邮箱").count()) === 0
    for (const [label, value] of Object.entries({ ...address, ...over })) {
      if (label !== "电子邮箱" || !isKnown) await this.field(label).fill(value)
    }
  }

  get alert() {
    return this.page.getByRole("alert")
  }

  get methods() {
    return this.page.getByRole("group", { name: "付款方式" })
  }

  method(name: Method) {
    return this.methods.getByRole("radio", { name })
  }

  /** What the button says depends on the method. */
  get payButton() {
    return this.page.getByRole("button", { name: /^(支付宝付款|微信支付|用银行卡付)/ })
  }

  /** As far as the method's own page. */
  async goPay(method: Method = "支付宝"): Promise<void> {
    await this.method(method).check()
    await this.payButton.click()
  }

  /** Pays by Alipay. @returns the order's id, read from the address of the page that thanks. */
  async pay(): Promise<string> {
    await this.goPay()
    await this.bank.approve()
    return await this.bank.arrive()
  }
}
