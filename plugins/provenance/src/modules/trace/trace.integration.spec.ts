import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { buildEvent, verifyLot, type JsonObject } from "@shangxing/epcis"

import { DailyRoot } from "./models/daily-root"
import { OrganisationKey } from "./models/organisation-key"
import { TraceChain } from "./models/trace-chain"
import { TraceEvent } from "./models/trace-event"
import { TraceSecret } from "./models/trace-secret"
import type TraceModuleService from "./service"
import type { Planner } from "./types"
import { TRACE_MODULE } from "."

jest.setTimeout(60_000)

const OLD = Buffer.alloc(32, 7).toString("base64")
const NEW = Buffer.alloc(32, 8).toString("base64")
process.env.REGISTRY_KEY = OLD

const event = (at: string, note: string): JsonObject =>
  buildEvent("ObjectEvent", at, {
    action: "OBSERVE",
    bizStep: "inspecting",
    "shangxing:note": note,
  })

/** Tells each of `causes` that is not told yet, all at `at`. */
const telling =
  (lotId: string, at: string, causes: string[]): Planner =>
  async (recordedOf) => {
    const known = new Set(recordedOf(lotId).map(({ cause }) => cause))
    return causes
      .filter((cause) => !known.has(cause))
      .map((cause) => ({
        lotId,
        sellerId: "sel_1",
        kind: "sale",
        cause,
        at,
        event: event(at, cause),
      }))
  }

moduleIntegrationTestRunner<TraceModuleService>({
  moduleName: TRACE_MODULE,
  moduleModels: [TraceEvent, TraceChain, OrganisationKey, DailyRoot, TraceSecret],
  resolve: `${__dirname}`,
  pathToMigrations: `${__dirname}/migrations`,
  testSuite: ({ service }) => {
    const now = "2026-11-20T01:00:00.000Z"

    async function failing(lotId: string) {
      const proofs = await service.proofsOfLot(lotId)
      const document = proofs.events.map((row) => JSON.parse(row.event) as JsonObject)
      return verifyLot({ proofs, document, roots: proofs.roots }).filter(({ holds }) => !holds)
    }

    it("chains, signs and proves what is told, once, with any number of tellers", async () => {
      const causes = ["sale:a:1", "sale:b:1", "sale:c:1"]
      await Promise.all(
        [1, 2, 3, 4].map(() =>
          service.recordEvents(["lot_1"], telling("lot_1", now, causes), { now }),
        ),
      )
      const proofs = await service.proofsOfLot("lot_1")
      expect(proofs.events).toHaveLength(3)
      expect(proofs.keys).toHaveLength(1)
      expect(await failing("lot_1")).toEqual([])
    })

    it("keeps the private key encrypted, and one key per organisation", async () => {
      await Promise.all([service.ensureKeys(["sel_1"]), service.ensureKeys(["sel_1", "sel_2"])])
      const keys = await service.listOrganisationKeys({})
      expect(keys.map(({ seller_id }) => seller_id).sort()).toEqual(["sel_1", "sel_2"])
      for (const key of keys) expect(key.private_key_cipher).toMatch(/^v1\./)
    })

    it("publishes a day's root once, and tells nothing on a day that has one", async () => {
      const past = "2026-11-18T20:00:00.000Z"
      const options = { now, is_history: true }
      await service.recordEvents(["lot_1"], telling("lot_1", past, ["sale:a:1"]), options)
      expect(await service.rootOf("2026-11-19")).toMatchObject({ is_closed: false, event_count: 1 })
      expect(await service.closeDays("2026-11-20")).toEqual(["2026-11-19"])
      expect(await service.closeDays("2026-11-20")).toEqual([])
      await service.recordEvents(["lot_1"], telling("lot_1", past, ["sale:b:1"]), options)
      const { events, roots } = await service.proofsOfLot("lot_1")
      expect(events.map(({ day }) => day)).toEqual(["2026-11-19", "2026-11-20"])
      expect(roots).toMatchObject([
        { date: "2026-11-19", is_closed: true, previous_root: null },
        { date: "2026-11-20", is_closed: false, previous_root: roots[0]!.root },
      ])
      expect(await failing("lot_1")).toEqual([])
      const proof = await service.proofOfEvent(events[0]!.id)
      expect(proof).toMatchObject({ day: "2026-11-19", proof: events[0]!.proof })
    })

    it("tells a household's part of two lots apart", async () => {
      const seen: string[] = []
      const asking: Planner = async (_recordedOf, commitmentOf) => {
        seen.push(commitmentOf("lot_1", "hh_1", 5), commitmentOf("lot_2", "hh_1", 5))
        return []
      }
      await service.recordEvents(["lot_1", "lot_2"], asking, { now })
      expect(new Set(seen).size).toBe(2)
    })

    describe("rotation of the registry's key", () => {
      afterEach(() => {
        process.env.REGISTRY_KEY = OLD
        delete process.env.REGISTRY_KEY_PREVIOUS
      })

      const commitments = async () => {
        const seen: string[] = []
        const asking: Planner = async (_recordedOf, commitmentOf) => {
          seen.push(commitmentOf("lot_1", "hh_1", 5), commitmentOf("lot_2", "hh_1", 5))
          return []
        }
        await service.recordEvents(["lot_1", "lot_2"], asking, { now })
        return seen
      }
      const record = (...causes: string[]) =>
        service.recordEvents(["lot_1"], telling("lot_1", now, causes), { now })

      it("keeps signing with the same key and making the same commitments", async () => {
        await record("sale:a:1")
        await service.ensureKeys(["sel_1", "sel_2", "sel_3"])
        const before = await commitments()

        Object.assign(process.env, { REGISTRY_KEY: NEW, REGISTRY_KEY_PREVIOUS: OLD })
        expect(await service.countUnrotated()).toBe(4)
        // One signing key and the secret; killed here, the next run finds the rest.
        expect(await service.resealSecrets(1)).toBe(2)
        await record("sale:a:1", "sale:b:1")
        await service.ensureKeys(["sel_4"])
        expect(await service.resealSecrets(10)).toBe(2)
        expect(await service.resealSecrets(10)).toBe(0)
        expect(await service.countUnrotated()).toBe(0)

        delete process.env.REGISTRY_KEY_PREVIOUS
        expect(await commitments()).toEqual(before)
        await record("sale:a:1", "sale:b:1", "sale:c:1")
        const { events, keys } = await service.proofsOfLot("lot_1")
        expect([events.length, keys.length]).toEqual([3, 1])
        expect(await failing("lot_1")).toEqual([])

        process.env.REGISTRY_KEY = OLD
        await expect(commitments()).rejects.toMatchObject({ code: "registry_key_unknown" })
      })

      it("changes nothing else of a signing key", async () => {
        await service.ensureKeys(["sel_1"])
        const [key] = await service.listOrganisationKeys({})
        await expect(
          service.updateOrganisationKeys({ id: key!.id, public_key: "another" }),
        ).rejects.toThrow(/append-only/)
        await expect(service.deleteOrganisationKeys([key!.id])).rejects.toThrow(/append-only/)
      })
    })

    it("answers nothing for what there is not", async () => {
      expect(await service.rootOf("2001-01-01")).toBeNull()
      expect(await service.proofOfEvent("tev_none")).toBeNull()
      expect(await service.proofsOfLot("lot_none")).toMatchObject({ event_count: 0, events: [] })
    })
  },
})
