import type { Page } from "@playwright/test"

/** The weighbridge on a clerk's phone: every weighing goes into the phone's own queue first. */
export class WeighbridgePage {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto("/seller/weighbridge")
  }

  /** The households in the order in which the page offers them. */
  household(nth: number) {
    return this.page.getByRole("radiogroup", { name: "谁家的" }).getByRole("radio").nth(nth)
  }

  field(label: string) {
    return this.page.getByLabel(label, { exact: true })
  }

  async weigh(goods: { nth: number; gross: string; tare: string; price: string }): Promise<void> {
    await this.household(goods.nth).check({ force: true })
    await this.field("毛重 kg").fill(goods.gross)
    await this.field("皮重 kg（筐、袋）").fill(goods.tare)
    await this.field("品种").fill("apple")
    await this.field("等级").fill("试秤")
    await this.field("单价，元一公斤").fill(goods.price)
  }

  /** The household is not at hand with its code: the station says how it agreed. */
  async agreeThroughStation(worker: string, consent: string): Promise<void> {
    await this.page.getByText("没带密码：站上代他确认").click()
    await this.field("站上谁确认的（不能是过磅的人）").fill(worker)
    await this.field("农户是怎么同意的").fill(consent)
  }

  async save(): Promise<void> {
    await this.page.getByRole("button", { name: "记下这一笔" }).click()
  }

  get queue() {
    return this.page.getByRole("region", { name: "队列" }).getByRole("listitem")
  }

  get connection() {
    return this.page.getByRole("status").filter({ hasText: /网/ })
  }
}
