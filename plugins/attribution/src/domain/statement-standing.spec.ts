import { statementStanding } from "./statement-standing"

describe("statementStanding", () => {
  it.each([
    [{ amountFen: 100, receivedFen: 100, disputedCount: 0 }, false, "agreed"],
    [{ amountFen: 100, receivedFen: 100, disputedCount: 0 }, true, "agreed"],
    [{ amountFen: 100, receivedFen: 40, disputedCount: 0 }, false, "unseen"],
    [{ amountFen: 100, receivedFen: 40, disputedCount: 0 }, true, "printed"],
    [{ amountFen: 100, receivedFen: 100, disputedCount: 1 }, true, "disputed"],
    [{ amountFen: 0, receivedFen: 0, disputedCount: 0 }, false, "unseen"],
  ] as const)("reads %j, printed %s, as %s", (answer, isPrinted, standing) => {
    expect(statementStanding(answer, isPrinted)).toBe(standing)
  })
})
