import { Modules } from "@medusajs/framework/utils"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"

import { divisionAskedFor, jurisdictionOf, officialOf } from "../lib/jurisdiction"
import { OVERSIGHT_MODULE } from "../modules/oversight"
import type OversightModuleService from "../modules/oversight/service"
import { containerWith } from "../testing/container"
import { createOfficialWorkflow } from "./create-official"

jest.setTimeout(60_000)

const INPUT = {
  email: "Official.Yanyuan@demo.local",
  name: "阿木",
  division_code: "513423",
  auth_identity_id: "authid_1",
}

/** Stands in for Medusa's auth module, of which the workflow uses two methods. */
function authWith(appMetadata: Record<string, unknown>) {
  const identity = { id: "authid_1", app_metadata: appMetadata }
  return {
    identity,
    retrieveAuthIdentity: () => Promise.resolve(identity),
    updateAuthIdentities: () => Promise.resolve(identity),
  }
}

moduleIntegrationTestRunner<OversightModuleService>({
  moduleName: OVERSIGHT_MODULE,
  resolve: `${__dirname}/../modules/oversight`,
  pathToMigrations: `${__dirname}/../modules/oversight/migrations`,
  testSuite: ({ service }) => {
    const containerFor = (auth = authWith({})) =>
      containerWith({ [OVERSIGHT_MODULE]: service, [Modules.AUTH]: auth })

    const requestOf = (officialId: string, language?: string) => ({
      scope: containerFor(),
      headers: { "accept-language": language },
      auth_context: {
        actor_id: officialId,
        actor_type: "official",
        auth_identity_id: "authid_1",
        app_metadata: {},
        user_metadata: {},
      },
    })

    describe("createOfficialWorkflow", () => {
      it("registers an official who can sign in", async () => {
        const auth = authWith({})
        const { result } = await createOfficialWorkflow(containerFor(auth)).run({ input: INPUT })

        expect(result).toMatchObject({
          email: "official.yanyuan@demo.local",
          division_code: "513423",
        })
        expect(result.id).toMatch(/^off_/)
        expect(auth.identity.app_metadata).toEqual({ official_id: result.id })
      })

      it("takes the official off the list again when the identity is someone else's", async () => {
        const auth = authWith({ official_id: "off_else" })
        const run = createOfficialWorkflow(containerFor(auth)).run({ input: INPUT })

        await expect(run).rejects.toMatchObject({
          message: expect.stringContaining("official_id already exists") as string,
        })
        expect(await service.listOfficials()).toEqual([])
      })

      it.each([
        ["division_code_invalid", { division_code: "51342" }],
        ["official_email_taken", { email: "OFFICIAL.yanyuan@demo.local" }],
      ])("refuses with %s", async (code, change) => {
        await createOfficialWorkflow(containerFor()).run({ input: INPUT })
        await expect(
          createOfficialWorkflow(containerFor()).run({ input: { ...INPUT, ...change } }),
        ).rejects.toMatchObject({ code })
      })
    })

    describe("officialOf", () => {
      it("answers who asks and for which division", async () => {
        const { result } = await createOfficialWorkflow(containerFor()).run({ input: INPUT })
        expect(await officialOf(requestOf(result.id))).toEqual({
          id: result.id,
          email: "official.yanyuan@demo.local",
          name: "阿木",
          division_code: "513423",
        })
        expect(await jurisdictionOf(requestOf(result.id))).toBe("513423")
      })

      it("refuses an official who was taken off the list, in the language of the request", async () => {
        const asked = officialOf(requestOf("off_gone", "en-GB"))
        await expect(asked).rejects.toMatchObject({
          type: "unauthorized",
          code: "official_unknown",
          message: expect.stringContaining("no longer on the list") as string,
        })
        await expect(officialOf(requestOf("off_gone"))).rejects.toThrow(/名单/)
      })
    })

    describe("divisionAskedFor", () => {
      it("is the own division, or one below it", async () => {
        const { result } = await createOfficialWorkflow(containerFor()).run({ input: INPUT })
        const asked = async (code?: string) =>
          (await divisionAskedFor(requestOf(result.id), code)).division_code

        expect(await asked()).toBe("513423")
        expect(await asked("513423101")).toBe("513423101")
      })

      it.each(["5134", "513424", "513424101", "51342", ""])(
        "does not know %s, which lies outside",
        async (code) => {
          const { result } = await createOfficialWorkflow(containerFor()).run({ input: INPUT })
          await expect(divisionAskedFor(requestOf(result.id), code)).rejects.toMatchObject({
            type: "not_found",
            code: "division_unknown",
          })
        },
      )
    })
  },
})
