import { moduleIntegrationTestRunner } from "@medusajs/test-utils"

import { STATION_MODULE } from "."
import type StationModuleService from "./service"
import type { NewIncomeLineDocument, NewStation } from "./types"

jest.setTimeout(60_000)

const station: NewStation = {
  code: "YY-07",
  division_code: "513423102",
  name_zh: "梅雨镇服务站",
  kind: "township",
  opened_on: "2026-03-01",
  closed_on: null,
  served_from: "2026-03-01",
  village_codes: ["513423102201"],
}
const subsidy = { year: 2026, document: "财农 7", amount_fen: 201 }
const line = (change: Partial<NewIncomeLineDocument> = {}): NewIncomeLineDocument => ({
  division_code: "513423",
  year: 2025,
  kind: "监测线",
  amount_fen: 860_000,
  document: "盐乡振〔2026〕1 号",
  document_date: "2026-02-01",
  supersedes_id: null,
  recorded_by: "off_1",
  ...change,
})
const TODAY = "2026-11-22"

moduleIntegrationTestRunner<StationModuleService>({
  moduleName: STATION_MODULE,
  resolve: __dirname,
  pathToMigrations: `${__dirname}/migrations`,
  testSuite: ({ service, MikroOrmWrapper }) => {
    const run = (sql: string) => MikroOrmWrapper.forkManager().execute(sql)
    const open = () => service.openStation(station, subsidy, "off_1") as Promise<string>
    const hire = async (station_id: string, email = "a@test.local") =>
      (await service.createStationWorkers({ station_id, email, name: "阿说" })).id

    it("opens a station once by its code, with its villages and its subsidy", async () => {
      const id = await open()
      expect(await service.openStation({ ...station, name_zh: "别的" }, null, "off_2")).toBeNull()
      expect(await service.deskOf(id)).toMatchObject({
        ...{ id, code: "YY-07", name_zh: "梅雨镇服务站", closed_on: null },
        village_codes: ["513423102201"],
        subsidies: [subsidy],
        workers: [],
      })
      expect(await service.deskOf("stn_none")).toBeNull()
    })

    it("opens one of two forms that come at once with one code", async () => {
      const both = await Promise.all([open(), open()])
      expect(both.filter(Boolean)).toHaveLength(1)
    })

    it("says what a document says that is granted again after the closing", async () => {
      const station_id = await open()
      await service.closeStation({ station_id, closed_on: "2026-05-01", recorded_by: "off_1" })
      const grant = (amount_fen: number, year = 2026) =>
        service.grantSubsidy({ ...subsidy, year, amount_fen, station_id, recorded_by: "off_1" })
      const granted = async () => (await service.deskOf(station_id))?.subsidies
      await grant(201)
      expect(await granted()).toEqual([subsidy])
      await grant(40)
      expect(await granted()).toEqual([{ ...subsidy, amount_fen: 40 }])
      expect([await grant(40), await grant(40, 2027)]).toEqual([0, null])
    })

    it("closes once, and its workers see nothing from that day on", async () => {
      const id = await open()
      const worker = await hire(id)
      const closing = { station_id: id, closed_on: "2026-11-22", recorded_by: "off_1" }
      expect(await service.closeStation(closing)).toBe(true)
      expect(await service.closeStation({ ...closing, closed_on: "2026-12-01" })).toBe(false)
      expect((await service.deskOf(id))?.closed_on).toBe("2026-11-22")
      expect(await service.workerAt(worker, "2026-11-21")).not.toBeNull()
      expect(await service.workerAt(worker, "2026-11-22")).toBeNull()
    })

    it("ends a worker's service at once and once, and keeps who it was and why", async () => {
      const id = await open()
      const worker_id = await hire(id)
      const end = { station_id: id, worker_id, reason: "调到县里", recorded_by: "off_1" }
      expect(await service.endWorker({ ...end, station_id: "stn_other" })).toBe(false)
      expect(await service.workerAt(worker_id, TODAY)).not.toBeNull()
      expect(await service.endWorker(end)).toBe(true)
      expect(await service.workerAt(worker_id, TODAY)).toBeNull()
      expect(await service.endWorker(end)).toBe(false)
      expect((await service.deskOf(id))?.workers).toMatchObject([
        { id: worker_id, name: "阿说", ended: { reason: "调到县里" } },
      ])
      await expect(run("delete from station_worker_end")).rejects.toThrow("append-only")
    })

    it("takes a worker back by the same e-mail, as a service of its own", async () => {
      const id = await open()
      const first = await hire(id)
      await service.endWorker({ station_id: id, worker_id: first, reason: "x", recorded_by: "y" })
      const second = await hire(id)
      expect((await service.deskOf(id))?.workers.map((row) => row.id)).toEqual([second, first])
    })

    describe("income lines", () => {
      it("stand until a newer document takes their place, and stay on record", async () => {
        const first = (await service.addIncomeLine(line(), TODAY)) as { id: string }
        expect(await service.addIncomeLine(line({ document: "别的" }), TODAY)).toEqual({
          refusal: "income_line_known",
        })
        const newer = line({
          amount_fen: 900_000,
          document: "盐乡振〔2026〕9 号",
          document_date: "2026-08-01",
          supersedes_id: first.id,
        })
        const second = (await service.addIncomeLine(newer, TODAY)) as { id: string }
        expect(await service.addIncomeLine(newer, TODAY)).toEqual({
          refusal: "income_line_superseded",
        })
        const scope = { division: "513423", year: 2026 }
        expect(await service.incomeLinesFor(scope)).toMatchObject([
          { id: second.id, amount_fen: 900_000, document_date: "2026-08-01" },
        ])
        expect(await service.incomeLineHistory("513423")).toMatchObject([
          { id: second.id, superseded_by: null },
          { id: first.id, superseded_by: second.id },
        ])
      })

      it("are of the newest year that has any, not after the year asked for", async () => {
        await service.addIncomeLine(line({ year: 2024 }), TODAY)
        await service.addIncomeLine(line({ year: 2026, kind: "脱贫线" }), TODAY)
        const kinds = async (year: number) =>
          (await service.incomeLinesFor({ division: "513423", year })).map((row) => row.year)
        expect([await kinds(2023), await kinds(2025), await kinds(2027)]).toEqual([
          [],
          [2024],
          [2026],
        ])
        expect(await service.incomeLinesFor({ division: "513402", year: 2026 })).toEqual([])
      })

      it("stand once of two forms that come at once", async () => {
        const both = await Promise.all([
          service.addIncomeLine(line(), TODAY),
          service.addIncomeLine(line({ document: "同时" }), TODAY),
        ])
        expect(both.filter((one) => "id" in one)).toHaveLength(1)
      })

      it("of a past moment are as known then", async () => {
        const before = new Date().toISOString()
        await service.addIncomeLine(line(), TODAY)
        const scope = { division: "513423", year: 2026, as_of: before }
        expect(await service.incomeLinesFor(scope)).toEqual([])
      })
    })
  },
})
