import { stationRefusal } from "./confirm-delivery"

describe("stationRefusal", () => {
  const claim = { worker: "阿说站长", consent: "户主当面说同意", recordedBy: "海来经办" }
  it.each([
    [{}, null],
    [{ worker: " " }, "station_worker_missing"],
    [{ consent: "" }, "station_consent_missing"],
    [{ worker: " 海来经办 " }, "station_worker_is_clerk"],
  ])("judges %j", (change, refusal) => {
    expect(stationRefusal({ ...claim, ...change })).toBe(refusal)
  })
})
