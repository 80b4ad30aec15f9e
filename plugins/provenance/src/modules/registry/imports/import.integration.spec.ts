import { moduleIntegrationTestRunner } from "@medusajs/test-utils"

import { csvLine } from "../../../domain/registry-csv"
import { REGISTRY_MODULE } from ".."
import type RegistryModuleService from "../service"
import type { ImportRecord } from "./types"

jest.setTimeout(60_000)

const OFFICIAL = { id: "off_1", division_code: "513423" }
const VILLAGES = [
  { code: "513423102201", names: ["香房村"], township_names: ["卫城镇"] },
  { code: "513423102202", names: ["双河村"], township_names: ["卫城镇"] },
]
const HEADER = ["户编号", "户主姓名", "人口数", "村代码", "状态", "状态起始日", "文号"]
const row = (key: string, change: Partial<Record<string, string>> = {}) => {
  const cells: Record<string, string> = {
    户编号: key,
    户主姓名: "阿木日哈",
    人口数: "5",
    村代码: "513423102201",
    状态: "脱贫户",
    状态起始日: "2020-11-17",
    文号: "川扶〔2020〕1",
    ...change,
  }
  return HEADER.map((name) => cells[name] ?? "")
}
const LATER = { 状态: "一般农户", 状态起始日: "2024-05-01", 文号: "补〔2026〕9" }

moduleIntegrationTestRunner<RegistryModuleService>({
  moduleName: REGISTRY_MODULE,
  moduleOptions: { registryKey: Buffer.alloc(32, 7).toString("base64") },
  resolve: `${__dirname}/..`,
  pathToMigrations: `${__dirname}/../migrations`,
  testSuite: ({ service, MikroOrmWrapper }) => {
    const query = async <Row>(sql: string) =>
      await MikroOrmWrapper.forkManager().execute<Row[]>(sql)
    const count = async (table: string) =>
      Number((await query<{ n: string }>(`select count(*) as n from ${table}`))[0]?.n)

    async function* inPieces(text: string) {
      const bytes = Buffer.from(text)
      for (let from = 0; from < bytes.length; from += 5_000) {
        yield bytes.subarray(from, from + 5_000)
      }
    }

    const dryRun = async (rows: string[][], header = HEADER): Promise<ImportRecord> =>
      await service.stageImport(
        { official_id: OFFICIAL.id, division_code: OFFICIAL.division_code, villages: VILLAGES },
        inPieces([header, ...rows].map(csvLine).join("")),
      )
    const commit = async (record: ImportRecord) => {
      const begun = await service.beginCommit(record.id, OFFICIAL, record.file_digest ?? "")
      return await service.commitImport(begun)
    }
    const errorsOf = async ({ id }: ImportRecord) =>
      (await service.importErrors(id, { limit: 100, offset: 0 })).map(
        ({ row_number, column_name, code }) => `${row_number} ${column_name} ${code}`,
      )

    it("changes nothing in the dry run, and everything in the commit", async () => {
      const dry = await dryRun([row("YY-1"), row("YY-2"), row("YY-1", LATER)])
      expect(dry).toMatchObject({
        state: "ready",
        kind: "households",
        encoding: "utf-8",
        row_count: 3,
        error_count: 0,
        new_household_count: 2,
        known_household_count: 0,
        new_status_count: 3,
      })
      expect(await count("household")).toBe(0)
      expect(await commit(dry)).toMatchObject({ corrections: [] })
      expect(await count("household")).toBe(2)
      expect(await count("household_status")).toBe(3)
      expect(await count("registry_import_row")).toBe(0)
      expect(await service.importOf(dry.id, OFFICIAL)).toMatchObject({ state: "committed" })
    })

    it("stages and keeps nothing personal in clear", async () => {
      // Long enough to stand in no ciphertext by chance.
      const key = "YY-2026-000001"
      const dry = await dryRun([row(key)])
      const staged = JSON.stringify(await query("select * from registry_import_row"))
      expect(staged).not.toContain("阿木")
      expect(staged).not.toContain(key)
      await commit(dry)
      const [{ household_id }] = (await query<{ household_id: string }>(
        "select household_id from household_identity",
      )) as [{ household_id: string }]
      const look = { household_id, reason: "核对春耕补贴发放", official: OFFICIAL }
      expect(await service.takeLook({ ...look, field: "head_name" })).toBe("阿木日哈")
      expect(await service.takeLook({ ...look, field: "head_count" })).toBe("5")
      expect(await service.takeLook({ ...look, field: "registry_key" })).toBe(key)
    })

    it("adds nothing for the same file, and only statuses for a later one", async () => {
      await commit(await dryRun([row("YY-1"), row("YY-2")]))
      const same = await dryRun([row("YY-1"), row("YY-2")])
      expect(same).toMatchObject({
        new_household_count: 0,
        known_household_count: 2,
        new_status_count: 0,
      })
      await commit(same)
      expect(await count("household_status")).toBe(2)

      const later = await dryRun([row("YY-2", LATER)])
      expect(later).toMatchObject({ new_household_count: 0, new_status_count: 1 })
      const { corrections, recorded_at } = await commit(later)
      const correction = {
        household_id: expect.stringMatching(/^hh_/),
        valid_from: "2024-05-01",
        valid_until: null,
        was: { label_zh: "脱贫户", is_enrolled: true },
        is: { label_zh: "一般农户", is_enrolled: false },
      }
      expect(corrections).toEqual([correction])
      expect(await service.statusChangesSince(recorded_at)).toEqual({
        changes: [correction],
        next_after: null,
      })
      expect(await service.statusChangesSince("2999-01-01")).toEqual({
        changes: [],
        next_after: null,
      })
      expect(await count("household")).toBe(2)
    })

    it("takes a file of statuses for households it knows, and for no others", async () => {
      await commit(await dryRun([row("YY-1")]))
      const header = ["户编号", "状态", "状态起始日", "文号"]
      const line = (key: string) => [key, "一般农户", "2024-05-01", "补〔2026〕9"]
      const unknown = await dryRun([line("YY-1"), line("YY-9")], header)
      expect(unknown).toMatchObject({ state: "refused", kind: "statuses" })
      expect(await errorsOf(unknown)).toEqual(["3 户编号 household_not_registered"])
      const known = await dryRun([line("YY-1")], header)
      expect(known).toMatchObject({ state: "ready", kind: "statuses", new_status_count: 1 })
      expect((await commit(known)).corrections).toHaveLength(1)
    })

    it("names every row at fault, and stages nothing then", async () => {
      const dry = await dryRun([
        row("YY-1", { 村代码: "513401001003" }),
        row("YY-2", { 人口数: "很多", 状态: "贫困" }),
        row("YY-3"),
      ])
      expect(dry).toMatchObject({ state: "refused", error_count: 3, row_count: 3 })
      expect(await errorsOf(dry)).toEqual([
        "2 村代码 village_outside",
        "3 人口数 head_count_invalid",
        "3 状态 status_unknown",
      ])
      expect(await count("registry_import_row")).toBe(0)
      await expect(commit(dry)).rejects.toMatchObject({ code: "import_not_ready" })
    })

    it("sees rows of one household that contradict one another", async () => {
      const dry = await dryRun([
        row("YY-1"),
        row("YY-1", { 状态: "监测对象" }),
        row("YY-2"),
        row("YY-2", { ...LATER, 户主姓名: "吉克拉龙" }),
        row("YY-3"),
        row("YY-3"),
      ])
      expect(await errorsOf(dry)).toEqual([
        "3 状态 status_contradicts",
        "5 户编号 household_inconsistent",
      ])
    })

    it("refuses to move a household to another village", async () => {
      await commit(await dryRun([row("YY-1")]))
      const dry = await dryRun([row("YY-1", { 村代码: "513423102202" })])
      expect(await errorsOf(dry)).toEqual(["2 户编号 household_elsewhere"])
    })

    it.each([
      [["户编号", "状态"], "1 文号 column_missing"],
      [[...HEADER, "身份证号"], "1 身份证号 column_forbidden"],
    ])("refuses the header %j", async (header, error) => {
      const dry = await dryRun([row("YY-1")], header)
      expect(dry.state).toBe("refused")
      expect(await errorsOf(dry)).toContain(error)
    })

    it("refuses a file without rows, and an empty one", async () => {
      expect(await errorsOf(await dryRun([]))).toEqual(["1 null file_without_rows"])
      const empty = await service.stageImport(
        { official_id: OFFICIAL.id, division_code: OFFICIAL.division_code, villages: [] },
        inPieces(""),
      )
      expect(await errorsOf(empty)).toEqual(["1 null file_empty"])
    })

    it("commits the very file that was seen, once, and only for who uploaded it", async () => {
      const dry = await dryRun([row("YY-1")])
      const digest = dry.file_digest ?? ""
      await expect(service.beginCommit(dry.id, OFFICIAL, "0".repeat(64))).rejects.toMatchObject({
        code: "import_digest_mismatched",
      })
      for (const other of [
        { ...OFFICIAL, id: "off_2" },
        { ...OFFICIAL, division_code: "5134" },
      ]) {
        await expect(service.beginCommit(dry.id, other, digest)).rejects.toMatchObject({
          code: "import_unknown",
        })
      }
      await commit(dry)
      await expect(commit(dry)).rejects.toMatchObject({ code: "import_not_ready" })
    })

    it("imports all of a file or nothing: lost rows are found out", async () => {
      const dry = await dryRun([row("YY-1"), row("YY-2")])
      await query("delete from registry_import_row where row_number = 2")
      await expect(commit(dry)).rejects.toMatchObject({ code: "import_lost" })
      expect(await count("household")).toBe(0)
      expect(await service.importOf(dry.id, OFFICIAL)).toMatchObject({
        state: "failed",
        failure_code: "import_lost",
      })
    })

    it("finds out that the registry has changed since the dry run", async () => {
      const dry = await dryRun([row("YY-1", { 村代码: "513423102202" })])
      await service.importHouseholds([
        {
          registry_key: "YY-1",
          head_name: "阿木日哈",
          head_count: 5,
          village_code: "513423102201",
          statuses: [],
        },
      ])
      await expect(commit(dry)).rejects.toMatchObject({ code: "import_outdated" })
      expect(await count("household")).toBe(1)
    })

    it("lets overlapping divisions import one after the other", async () => {
      const dry = await dryRun([row("YY-1")])
      const manager = MikroOrmWrapper.forkManager()
      await manager.begin()
      await manager.execute(
        "select pg_advisory_xact_lock(hashtextextended('registry import', 0) # cast('5134' as bigint))",
      )
      await expect(commit(dry)).rejects.toMatchObject({ code: "import_running" })
      await manager.rollback()
      await commit({ ...dry, state: "ready" })
      expect(await count("household")).toBe(1)
    })

    it("makes room for the next file of the same official", async () => {
      const first = await dryRun([row("YY-1")])
      await dryRun([row("YY-2")])
      expect(await count("registry_import_row")).toBe(1)
      expect(await service.importOf(first.id, OFFICIAL)).toMatchObject({
        state: "failed",
        failure_code: "import_superseded",
      })
    })

    it("leaves nothing behind when the upload breaks off", async () => {
      async function* broken() {
        yield Buffer.from([HEADER, row("YY-1")].map(csvLine).join("").repeat(200))
        throw new Error("socket closed")
      }
      const request = {
        official_id: OFFICIAL.id,
        division_code: OFFICIAL.division_code,
        villages: VILLAGES,
      }
      await expect(service.stageImport(request, broken())).rejects.toThrow("socket closed")
      const [last] = await service.importsOf(OFFICIAL, 1)
      expect(last).toMatchObject({ state: "failed", failure_code: "import_interrupted" })
      expect(await count("registry_import_row")).toBe(0)
    })
  },
})
