import type { Page } from "@playwright/test"

/** Making a lot, and what is done to it in the store-room. */
export class LotDeskPage {
  constructor(private readonly page: Page) {}

  field(label: string) {
    return this.page.getByLabel(label, { exact: true })
  }

  /** Product and grade are there already: those of the last delivery that is ready. */
  async make(lot: { code: string; expiresOn: string; deliveries: string }): Promise<void> {
    await this.page.goto("/seller/lots/new")
    const heading = this.page.getByRole("heading", { name: lot.deliveries })
    const group = this.page.locator("section").filter({ has: heading })
    await group.getByRole("button", { name: "全选" }).click()
    await this.field("批号").fill(lot.code)
    await this.field("保质到哪天").fill(lot.expiresOn)
    await this.page.getByRole("button", { name: "封批" }).click()
  }

  async certify(number: string): Promise<void> {
    await this.field("编号").fill(number)
    await this.field("检测").fill("农残速测未检出")
    await this.page.getByRole("button", { name: "录入合格证" }).click()
  }

  async list(): Promise<void> {
    await this.page.getByRole("button", { name: "上架", exact: true }).click()
  }

  /** Makes the PDF of labels and answers its bytes. */
  async printLabels(count: string): Promise<Buffer> {
    await this.field("打几张").fill(count)
    const [download] = await Promise.all([
      this.page.waitForEvent("download"),
      this.page.getByRole("button", { name: "出 PDF" }).click(),
    ])
    const chunks: Buffer[] = []
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
    return Buffer.concat(chunks)
  }

  get notice() {
    return this.page.getByRole("status")
  }
}
