import { moduleIntegrationTestRunner } from "@medusajs/test-utils"

import { ALERT_MODULE } from "."
import type AlertModuleService from "./service"
import type { NewAlert } from "./types"

jest.setTimeout(60_000)

const alert = (change: Partial<NewAlert> = {}): NewAlert => ({
  kind: "receipts_down",
  division_code: "513423102201",
  subject_kind: "household",
  subject_id: "hh_1",
  period: "2026-11",
  raised_on: "2026-11-22",
  value: 70_000,
  compared_with: 120_000,
  ...change,
})

moduleIntegrationTestRunner<AlertModuleService>({
  moduleName: ALERT_MODULE,
  resolve: __dirname,
  pathToMigrations: `${__dirname}/migrations`,
  testSuite: ({ service, MikroOrmWrapper }) => {
    it("are raised once for a subject and period, whatever the later figure", async () => {
      expect(await service.raise([alert(), alert({ subject_id: "hh_2" })])).toBe(2)
      expect(await service.raise([alert({ value: 1, raised_on: "2026-11-23" })])).toBe(0)
      expect(await service.raise([alert({ period: "2026-12" })])).toBe(1)
      const { count } = await service.alertsWithin({ division: "513423" })
      expect(count).toBe(3)
    })

    it("speak of a whole place once, beside those of its households", async () => {
      const place = alert({
        kind: "place_nothing_received",
        division_code: "513423102",
        subject_kind: "division",
        subject_id: "513423102",
        period: "2026-Q4",
      })
      expect(await service.raise([place, alert(), place])).toBe(2)
      const { alerts } = await service.alertsWithin({
        division: "513423102",
        kind: "place_nothing_received",
      })
      expect(alerts).toMatchObject([{ subject_kind: "division", subject_id: "513423102" }])
    })

    it("are seen inside their division, as of a past moment too", async () => {
      const before = new Date().toISOString()
      await service.raise([alert()])
      const count = async (filter: object) =>
        (await service.alertsWithin({ division: "5134", ...filter })).count
      expect(await count({})).toBe(1)
      expect(await count({ division: "513402" })).toBe(0)
      expect(await count({ as_of: before })).toBe(0)
    })

    it("are reviewed by a person; every word stays and the last is shown", async () => {
      await service.raise([alert()])
      const [raised] = (await service.alertsWithin({ division: "5134", state: "open" })).alerts
      const review = { alert_id: raised!.id, reviewed_by: "off_1", reviewer_name: "曲木" }
      await service.review({ ...review, note: "户主外出务工" })
      await service.review({ ...review, note: "已上门，苹果还在库里" })
      const { alerts } = await service.alertsWithin({ division: "5134", state: "reviewed" })
      expect(alerts[0]!.review).toMatchObject({ note: "已上门，苹果还在库里", by: "曲木" })
      expect((await service.alertsWithin({ division: "5134", state: "open" })).count).toBe(0)
    })

    it("refuse to be changed", async () => {
      await service.raise([alert()])
      const run = (sql: string) => MikroOrmWrapper.forkManager().execute(sql)
      await expect(run("update official_alert set value = 0")).rejects.toThrow("append-only")
      await expect(run("delete from official_alert")).rejects.toThrow("append-only")
    })
  },
})
