import type { MedusaContainer } from "@medusajs/framework/types"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { createSigningKey } from "@shangxing/epcis"
import { closeTraceDaysWorkflow } from "@shangxing/provenance/workflows"

import { buyer } from "../support/buyer"
import { failingChecks, publishedTrace, tamper } from "../support/published-trace"
import { type Scene, setScene } from "../support/scene"

jest.setTimeout(180_000)

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer }) => {
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
    const publish = () => publishedTrace(api, path(), settings())
    const failing = async () => failingChecks(await publish())

    /** Publishes today's root as tomorrow would. */
    const closeToday = () =>
      closeTraceDaysWorkflow(container).run({ input: { before: "9999-12-31" } })

    const lot = () => [scene.apples.lotId]
    const foreign = createSigningKey()
    it.each<[what: string, text: string, params: () => unknown[], found: string]>([
      [
        "an event",
        `update trace_event set event = replace(event, '"quantity":', '"quantity":1')
          where lot_id = ? and kind = 'pack'`,
        lot,
        "hashes",
      ],
      [
        "what the event hash leaves out",
        `update trace_event set event = replace(event, '{"eventID"', '{"recordTime":"2020-01-01T00:00:00Z","eventID"')
          where lot_id = ? and kind = 'seal'`,
        lot,
        "chain",
      ],
      [
        "an event hash",
        "update trace_event set event_hash = 'ni:///sha-256;00' where lot_id = ? and sequence = 2",
        lot,
        "hashes",
      ],
      [
        "a chain hash",
        "update trace_event set chain_hash = repeat('0', 64) where lot_id = ? and sequence = 2",
        lot,
        "chain",
      ],
      [
        "a recording time",
        "update trace_event set recorded_at = '2020-01-01T00:00:00.000Z' where lot_id = ? and sequence = 1",
        lot,
        "chain",
      ],
      [
        "the order of events",
        "update trace_event set sequence = 13 where lot_id = ? and sequence = 3",
        lot,
        "chain",
      ],
      [
        "a missing event in the middle",
        "delete from trace_event where lot_id = ? and sequence = 2",
        lot,
        "chain",
      ],
      [
        "a missing event at the end",
        "delete from trace_event where lot_id = ? and sequence = 4",
        lot,
        "chain",
      ],
      [
        "an end that was cut off with its count",
        `with cut as (delete from trace_event where lot_id = ? and sequence = 4 returning lot_id, previous_hash)
          update trace_chain c set event_count = 3, head_hash = cut.previous_hash from cut where c.lot_id = cut.lot_id`,
        lot,
        "inclusion",
      ],
      [
        "a signature",
        `update trace_event set signature = (select signature from trace_event
          where lot_id = ? and sequence = 1) where lot_id = ? and sequence = 2`,
        () => [...lot(), ...lot()],
        "signatures",
      ],
      [
        "a public key",
        "update organisation_key set public_key = ? where seller_id = ?",
        () => [foreign.publicKey, scene.apples.sellerId],
        "keys",
      ],
      [
        "a key with its name",
        "update organisation_key set public_key = ?, key_id = ? where seller_id = ?",
        () => [foreign.publicKey, foreign.keyId, scene.apples.sellerId],
        "signatures",
      ],
      ["a root", "update daily_root set root = repeat('0', 64)", () => [], "inclusion"],
      ["a root's count", "update daily_root set event_count = 1", () => [], "inclusion"],
      ["a missing root", "delete from daily_root", () => [], "still open"],
    ])("finds %s tampered with in the database", async (_what, text, params, found) => {
      await closeToday()
      expect(await failing()).toEqual([])
      await tamper(container, text, params())
      if (found === "still open") {
        expect((await publish()).roots).toMatchObject([{ is_closed: false }])
        return
      }
      expect(await failing()).toContain(found)
      const { data } = await api.get(path(), settings())
      expect(data.lot.verification).toMatchObject({ is_whole: false })
      expect(data.lot.verification.failed).toContain(found)
    })
  },
})
