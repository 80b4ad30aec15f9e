import type { Page } from "@playwright/test"

/** The form by which a clerk lists goods, and its confirmation before packs are made. */
export class ListingPage {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto("/seller/products/new")
  }

  field(label: string) {
    return this.page.getByLabel(label, { exact: true })
  }

  async fill(goods: { name: string; size: string; weight: string; price: string }): Promise<void> {
    await this.field("名称").fill(goods.name)
    await this.field("规格名").fill(goods.size)
    await this.field("一包净重").fill(goods.weight)
    await this.field("一包卖价（元）").fill(goods.price)
  }

  async packFrom(lotCode: string, packs: string): Promise<void> {
    const lot = this.page.getByRole("combobox", { name: "批次" })
    const wanted = lot.getByRole("option").filter({ hasText: lotCode })
    await lot.selectOption(await wanted.getAttribute("value"))
    await this.field("装几包").fill(packs)
  }

  /** Packing can't be undone, so the page says first what will happen. */
  async submit(): Promise<void> {
    await this.page.getByRole("button", { name: "提交平台审" }).click()
  }

  async confirm(): Promise<void> {
    await this.page.getByRole("button", { name: "没错，装包并提交" }).click()
  }

  get alert() {
    return this.page.getByRole("alert")
  }
}
