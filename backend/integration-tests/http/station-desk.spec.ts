import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { shanghaiDay } from "@shangxing/attribution/domain/period"
import { daysBefore } from "@shangxing/attribution/domain/station-days"
import type { MedusaContainer } from "@medusajs/framework/types"

import { codeOf, refusalOf } from "../support/buyer"
import { appointOfficial, password, setScene } from "../support/scene"
import { appointOperator, type Desk, signIn, signInOfficials } from "../support/staff"

jest.setTimeout(240_000)

const today = shanghaiDay(new Date())
const year = Number(today.slice(0, 4))
const openedOn = daysBefore(today, 40)
// In January and early February the stations of these tests are older than the year.
const yearBeforeOpening = Number(openedOn.slice(0, 4)) - 1

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer }) => {
    let container: MedusaContainer
    let county: Desk
    let township: Desk
    let prefecture: Desk
    let elsewhere: Desk
    let serial = 0

    beforeAll(async () => {
      container = getContainer()
      await setScene(container)
      await appointOperator(container, "operator@test.local")
      await appointOfficial(container, "official.township@test.local", "513423102")
    })

    beforeEach(async () => {
      container = getContainer()
      ;({ county, prefecture, elsewhere } = await signInOfficials(api))
      township = await signIn(api, "official", "official.township@test.local")
    })

    const form = (change: object = {}) => ({
      code: `YY-${++serial}`,
      name_zh: "卫城镇服务站",
      division_code: "513423102",
      opened_on: openedOn,
      village_codes: ["513423102201"],
      ...change,
    })
    const open = async (change: object = {}): Promise<string> =>
      (await county.post("/official/stations", form(change))).id
    const enter = async (email: string, secret: string): Promise<Desk["headers"]> => {
      const credentials = { email, password: secret }
      const { data } = await api.post("/auth/station_worker/emailpass", credentials)
      return { authorization: `Bearer ${data.token}` }
    }
    const statusOfWork = async (headers: Desk["headers"]): Promise<number> =>
      (await api.get("/station/today", { headers, validateStatus: () => true })).status

    describe("a county's official", () => {
      it("opens a station with its villages and a year's subsidy, once by its code", async () => {
        const subsidy = { year, amount_fen: 1_200_001, document: "盐财农〔2026〕7 号" }
        const id = await open({ code: "YY-A", subsidy })
        const sheet = await county.get(`/official/stations/${id}`)
        expect(sheet).toMatchObject({
          is_kept: true,
          division: { code: "513423102" },
          station: {
            ...{ code: "YY-A", kind: "township", closed_on: null, is_shut: false, workers: [] },
            villages: [{ code: "513423102201" }],
            subsidies: [subsidy],
          },
        })
        const { stations } = await county.get(`/official/stations?period=${year}`)
        expect(stations.find((row: { id: string }) => row.id === id)).toMatchObject({
          year_subsidy_fen: 1_200_001,
        })
        expect(await codeOf(open({ code: "YY-A" }))).toEqual([400, "station_code_taken"])
      })

      it.each([
        [{ division_code: "513402101" }, "station_division_outside"],
        [{ division_code: "513423999" }, "station_division_outside"],
        [{ village_codes: ["513402101201"] }, "station_village_outside"],
        [{ village_codes: [] }, "station_village_missing"],
        [{ opened_on: daysBefore(today, -1) }, "station_opens_ahead"],
        [{ closed_on: openedOn }, "station_closed_before_open"],
        [
          { subsidy: { year: yearBeforeOpening, amount_fen: 1, document: "财农 1" } },
          "subsidy_outside_opening",
        ],
      ])("is refused %o with %s", async (change, code) => {
        expect(await codeOf(open(change))).toEqual([400, code])
      })

      it("corrects a subsidy under its document, and leaves the same one alone", async () => {
        const id = await open()
        const grant = { year, amount_fen: 600_000, document: "盐财农 8" }
        const granted = async (amount_fen: number) =>
          (await county.post(`/official/stations/${id}/subsidies`, { ...grant, amount_fen }))
            .station.subsidies
        expect(await granted(600_000)).toEqual([grant])
        expect(await granted(600_000)).toEqual([grant])
        expect(await granted(500_001)).toEqual([{ ...grant, amount_fen: 500_001 }])
      })

      it("lets a worker in by a password shown once, and out at once", async () => {
        const id = await open()
        const email = "Worker.One@test.local"
        const at = `/official/stations/${id}/workers`
        const { worker, password: secret } = await county.post(at, { name: "吉克", email })
        expect(worker.email).toBe("worker.one@test.local")
        const headers = await enter(worker.email, secret)
        expect(await statusOfWork(headers)).toBe(200)
        const before = await county.get(`/official/stations/${id}`)
        expect(JSON.stringify(before)).not.toContain(secret)

        expect(await codeOf(county.post(at, { name: "别人", email }))).toEqual([
          400,
          "station_worker_email_taken",
        ])
        const ending = `${at}/${worker.id}/end`
        const { station } = await county.post(ending, { reason: "调到县里" })
        expect(station.workers).toMatchObject([{ ended: { reason: "调到县里" } }])
        expect(await statusOfWork(headers)).toBe(401)
        expect(await statusOfWork(await enter(worker.email, secret))).toBe(401)
        expect(await codeOf(county.post(ending, { reason: "再来" }))).toEqual([
          400,
          "station_worker_gone",
        ])
      })

      it("takes a worker back with a new password; the old one opens nothing", async () => {
        const id = await open()
        const at = `/official/stations/${id}/workers`
        const person = { name: "吉克", email: "worker.back@test.local" }
        const first = await county.post(at, person)
        await county.post(`${at}/${first.worker.id}/end`, { reason: "休息一年" })
        const again = await county.post(at, person)
        expect(again.worker.id).not.toBe(first.worker.id)
        expect(await statusOfWork(await enter(person.email, again.password))).toBe(200)
        const credentials = { email: person.email, password: first.password }
        expect(
          (await refusalOf(api.post("/auth/station_worker/emailpass", credentials))).status,
        ).toBe(401)
      })

      it("ends a service again that was cut off, and takes the worker back", async () => {
        const id = await open()
        const at = `/official/stations/${id}/workers`
        const person = { name: "吉克", email: "worker.cut@test.local" }
        const { worker } = await county.post(at, person)
        const end = () => county.post(`${at}/${worker.id}/end`, { reason: "休息一年" })
        const cut = jest
          .spyOn(container.resolve(Modules.AUTH), "updateAuthIdentities")
          .mockRejectedValueOnce(new RangeError("Cut off."))
        expect((await refusalOf(end())).status).toBe(500)
        cut.mockRestore()
        expect((await end()).station.workers).toMatchObject([{ ended: { reason: "休息一年" } }])
        const again = await county.post(at, person)
        expect(await statusOfWork(await enter(person.email, again.password))).toBe(200)
      })

      it("gets at nobody else's account by naming it", async () => {
        const id = await open()
        for (const email of ["operator@test.local", "official.aksu@test.local"]) {
          const hired = county.post(`/official/stations/${id}/workers`, { name: "冒名", email })
          expect(await codeOf(hired)).toEqual([400, "station_worker_email_taken"])
        }
        const credentials = { email: "operator@test.local", password }
        expect((await api.post("/auth/user/emailpass", credentials)).status).toBe(200)
      })

      it("closes a station once: its workers see nothing, and it takes no more of them", async () => {
        const id = await open()
        const at = `/official/stations/${id}`
        const person = { name: "吉克", email: "worker.closing@test.local" }
        const { password: secret } = await county.post(`${at}/workers`, person)
        const headers = await enter(person.email, secret)
        expect(await codeOf(county.post(`${at}/close`, { closed_on: openedOn }))).toEqual([
          400,
          "station_closed_before_open",
        ])
        const { station } = await county.post(`${at}/close`, { closed_on: today })
        expect(station).toMatchObject({ closed_on: today, is_shut: true })
        expect(await statusOfWork(headers)).toBe(401)
        expect(await codeOf(county.post(`${at}/close`, { closed_on: today }))).toEqual([
          400,
          "station_closed_already",
        ])
        const late = { name: "晚来", email: "worker.late@test.local" }
        expect(await codeOf(county.post(`${at}/workers`, late))).toEqual([400, "station_shut"])
      })

      it("chooses from the places and villages of the own division", async () => {
        const { is_kept, places, townships } = await county.get("/official/stations/places")
        expect(is_kept).toBe(true)
        const codes = places.map(({ code }: { code: string }) => code)
        expect(codes).toContain("513423")
        expect(codes).toContain("513423102")
        expect(codes.every((code: string) => code.startsWith("513423"))).toBe(true)
        expect(townships[0].villages[0].code).toMatch(/^513423\d{6}$/)
      })
    })

    describe("other officials", () => {
      it("of the township keep its own stations, and no county's", async () => {
        await township.post("/official/stations", form())
        expect(
          await codeOf(township.post("/official/stations", form({ division_code: "513423" }))),
        ).toEqual([400, "station_division_outside"])
        const ofCounty = await open({ division_code: "513423" })
        expect(await codeOf(township.get(`/official/stations/${ofCounty}`))).toEqual([
          404,
          "station_unknown",
        ])
      })

      it("above see a station and do not change it", async () => {
        const id = await open()
        expect((await prefecture.get(`/official/stations/${id}`)).is_kept).toBe(false)
        const refused = [400, "stations_not_kept_here"]
        const close = prefecture.post(`/official/stations/${id}/close`, { closed_on: today })
        expect(await codeOf(close)).toEqual(refused)
        expect(await codeOf(prefecture.post("/official/stations", form()))).toEqual(refused)
      })

      it("elsewhere find no such station", async () => {
        const id = await open()
        const { worker } = await county.post(`/official/stations/${id}/workers`, {
          ...{ name: "吉克", email: "worker.elsewhere@test.local" },
        })
        const none = [404, "station_unknown"]
        const at = `/official/stations/${id}`
        const grant = { year, amount_fen: 1, document: "财农 1" }
        const person = { name: "冒名", email: "x@test.local" }
        for (const call of [
          () => elsewhere.get(at),
          () => elsewhere.post(`${at}/close`, { closed_on: today }),
          () => elsewhere.post(`${at}/subsidies`, grant),
          () => elsewhere.post(`${at}/workers`, person),
          () => elsewhere.post(`${at}/workers/${worker.id}/end`, { reason: "不许" }),
        ]) {
          expect(await codeOf(call())).toEqual(none)
        }
        expect(await codeOf(elsewhere.get("/official/stations/places?division=513423"))).toEqual([
          404,
          "division_unknown",
        ])
      })
    })
  },
})
