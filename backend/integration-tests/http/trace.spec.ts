import { execFile } from "node:child_process"
import { promisify } from "node:util"

import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { createSchemaCheck } from "@shangxing/epcis"
import schema from "@shangxing/epcis/schema"
import { closeTraceDaysWorkflow, recallLotWorkflow } from "@shangxing/provenance/workflows"

import recordMissedTrace from "../../src/jobs/record-missed-trace"
import { modules } from "../../src/gather/modules"
import { eventually } from "../support/eventually"
import { buyer } from "../support/buyer"
import { type Database, failingChecks, publishedTrace, tamper } from "../support/published-trace"
import { type Scene, setScene } from "../support/scene"

jest.setTimeout(180_000)

const run = promisify(execFile)
const command = require
  .resolve("@shangxing/epcis/schema")
  .replace("schema/EPCIS-JSON-Schema.json", "src/verify-trace.ts")

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer, utils }) => {
    let scene: Scene
    let container: MedusaContainer

    beforeAll(async () => {
      container = getContainer()
      scene = await setScene(container)
    })

    beforeEach(() => {
      container = getContainer()
    })

    const path = () => `/store/lots/${scene.apples.seed.gtin}/${scene.apples.lotCode}`
    const settings = () => buyer(api, scene.shop).settings
    const buyApples = async () => {
      const sales = async () =>
        (await publish()).proofs.events.filter(({ kind }) => kind === "sale").length
      const before = await sales()
      await buyer(api, scene.shop).buy([{ variantId: scene.apples.variantId, quantity: 2 }])
      await eventually(utils, async () => (await sales()) > before)
    }

    const publish = () => publishedTrace(api, path(), settings())
    const failing = async () => failingChecks(await publish())

    /** Publishes today's root as tomorrow would. */
    const closeToday = () =>
      closeTraceDaysWorkflow(container).run({ input: { before: "9999-12-31" } })

    it("tells a lot from harvest to sale in events that anyone can check", async () => {
      await buyApples()
      const { proofs, document } = await publish()
      expect(proofs.events.map(({ kind }) => kind)).toEqual([
        "harvest",
        "seal",
        "pack",
        "list",
        "sale",
      ])
      expect(createSchemaCheck(schema)(document)).toEqual([])
      expect(await failing()).toEqual([])
      const answer = await api.get(`${path()}/epcis`, settings())
      expect(answer.headers["content-type"]).toContain("application/ld+json")
      const text = JSON.stringify(document)
      for (const { id } of scene.apples.seed.households) expect(text).not.toContain(id)
    })

    it("links households of one lot, and not to another lot's", async () => {
      const commitments = async (gtin: string, lot: string) => {
        const { data } = await api.get(`/store/lots/${gtin}/${lot}/epcis`, settings())
        return data.epcisBody.eventList[0]["shangxing:householdCommitments"] as string[]
      }
      const apples = await commitments(scene.apples.seed.gtin, scene.apples.lotCode)
      const others = await commitments(scene.pomegranates.seed.gtin, scene.pomegranates.lotCode)
      expect(new Set([...apples, ...others]).size).toBe(7)
    })

    it("answers an event's proof, and 404 for what there is not", async () => {
      const { proofs } = await publish()
      const [event] = proofs.events
      const { data } = await api.get(`/store/events/${event!.id}/proof`, settings())
      expect(data.event).toMatchObject({ chain_hash: event!.chain_hash, proof: event!.proof })
      for (const [unknown, code] of [
        ["/store/events/tev_none/proof", "event_unknown"],
        ["/store/roots/2001-01-01", "root_unknown"],
        ["/store/lots/09521234000013/none/proofs", "lot_unknown"],
        ["/store/lots/09521234000013/none/epcis", "lot_unknown"],
      ]) {
        const refusal = await api
          .get(unknown!, settings())
          .catch(
            (error: { response: { status: number; data: { code: string } } }) => error.response,
          )
        expect([refusal.status, refusal.data.code]).toEqual([404, code])
      }
    })

    it("tells nothing twice, whoever sweeps", async () => {
      await buyApples()
      const before = (await publish()).proofs
      await recordMissedTrace(container)
      await Promise.all([recordMissedTrace(container), recordMissedTrace(container)])
      expect((await publish()).proofs.head_hash).toBe(before.head_hash)
    })

    it("declares a sale an error whose order did not come about", async () => {
      await buyApples()
      const allocations = await modules.lots(container).listLotAllocations({
        lot_id: scene.apples.lotId,
      })
      await modules.lots(container).releaseAllocations(allocations.map(({ id }) => id))
      await recordMissedTrace(container)
      const { proofs } = await publish()
      expect(proofs.events.at(-1)).toMatchObject({ kind: "error" })
      expect(proofs.events.at(-1)!.event).toContain("did_not_occur")
      expect(await failing()).toEqual([])
    })

    it("tells a recall", async () => {
      const { lotId: lot_id, sellerId: seller_id } = scene.apples
      await recallLotWorkflow(container).run({ input: { lot_id, seller_id } })
      expect((await publish()).proofs.events.at(-1)).toMatchObject({ kind: "recall" })
      expect(await failing()).toEqual([])
    })

    it("refuses changes of what is recorded", async () => {
      const database = container.resolve<Database>(ContainerRegistrationKeys.PG_CONNECTION)
      await closeToday()
      for (const table of ["trace_event", "organisation_key", "daily_root"]) {
        await expect(database.raw(`delete from ${table}`)).rejects.toThrow(/append-only/)
      }
      await expect(database.raw("update trace_chain set event_count = 0")).rejects.toThrow(/only/)
      await expect(modules.trace(container).deleteTraceEvents()).rejects.toMatchObject({
        code: "trace_event_append_only",
      })
    })

    it("is checked by the command, in words, from the public endpoints alone", async () => {
      const url = String(api.defaults.baseURL)
      const name = `${scene.apples.seed.gtin}/${scene.apples.lotCode}`
      const key = scene.shop.publishableKey
      const verify = async (lang: string) =>
        await run(process.execPath, [
          command,
          "--lot",
          name,
          "--url",
          url,
          "--key",
          key,
          "--lang",
          lang,
        ])
      const good = await verify("en")
      expect(good.stdout).toContain("4 events; everything holds.")
      await tamper(
        container,
        "update trace_event set signature = 'AA' where lot_id = ? and sequence = 2",
        [scene.apples.lotId],
      )
      const bad = (await verify("zh").catch((error: unknown) => error)) as {
        code: number
        stdout: string
      }
      expect(bad.code).toBe(1)
      expect(bad.stdout).toContain("✗ 每个事件都有主体的有效签名\n    事件 2: 签名无效")
    })
  },
})
