import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { personalDataCipher } from "@shangxing/provenance/lib/personal-data-cipher"

import { modules } from "../../src/gather/modules"
import rotateRegistryKey from "../../src/rotate-registry-key"
import { setScene } from "../support/scene"

jest.setTimeout(180_000)

const OLD = Buffer.alloc(32, 7).toString("base64")
const NEW = Buffer.alloc(32, 8).toString("base64")
// As the servers run during a rotation: with both keys.
Object.assign(process.env, { REGISTRY_KEY: NEW, REGISTRY_KEY_PREVIOUS: OLD })

type Database = {
  raw(text: string, params?: unknown[]): Promise<{ rows: Record<string, string>[] }>
}
const FIELDS = ["registry_key", "head_name", "head_count"] as const

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ getContainer }) => {
    let container: MedusaContainer

    beforeAll(async () => {
      container = getContainer()
      await setScene(container)
    })

    afterAll(() => {
      process.env.REGISTRY_KEY = OLD
      delete process.env.REGISTRY_KEY_PREVIOUS
    })

    /** Seals every identity as it was before the rotation. */
    async function sealWithOldKey(): Promise<number> {
      const database = container.resolve<Database>(ContainerRegistrationKeys.PG_CONNECTION)
      const [now, before] = [personalDataCipher(NEW), personalDataCipher(OLD)]
      const { rows } = await database.raw("select * from household_identity")
      for (const row of rows) {
        const sealed = FIELDS.map((field) => {
          const place = `${row.household_id}/${field}`
          return before.seal(now.open(row[`${field}_cipher`]!, place), place)
        })
        await database.raw(
          `update household_identity set registry_key_cipher = ?, head_name_cipher = ?,
              head_count_cipher = ?, key_id = ? where id = ?`,
          [...sealed, before.keyId, row.id],
        )
      }
      return rows.length
    }

    it("seals everything anew by the command, says so, and has nothing left to do", async () => {
      container = getContainer()
      const registry = modules.registry(container)
      const count = await sealWithOldKey()
      expect(count).toBeGreaterThan(0)
      expect(await registry.countUnrotated()).toBe(count)

      const said: string[] = []
      const write = jest.spyOn(process.stdout, "write").mockImplementation((text) => {
        said.push(String(text))
        return true
      })
      await rotateRegistryKey({ container, args: [] })
      await rotateRegistryKey({ container, args: [] })
      write.mockRestore()

      expect(said.join("")).toContain(`${count} of ${count} households sealed`)
      expect(said.join("")).toContain("REGISTRY_KEY_PREVIOUS can go")
      expect(await registry.countUnrotated()).toBe(0)
      expect(await modules.trace(container).countUnrotated()).toBe(0)
      const names = await registry.maskedNames(["hh_yy1"])
      expect(names["hh_yy1"]).toBe("阿木 **")
    })
  },
})
