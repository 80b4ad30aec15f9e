import fc from "fast-check"

import {
  captureOfConsignment,
  clawback,
  disputeClosed,
  disputeOpened,
  isSellerAccount,
  NOTHING_REFUNDED,
  payoutOf,
  providerFee,
  refundOfConsignment,
  sellerPartFen,
  transferReversal,
  transferToSeller,
  type ConsignmentMoney,
  type FundsAccount,
  type FundsPosting,
} from "./funds-postings"

const SELLER = { sellerId: "sel_yanyuan", countyCode: "513423" }
/** A gift: all its amounts are zero, whose negative is another number to Jest. */
const NO_MONEY = { amountFen: 0, commissionFen: 0, commissionTaxFen: 0, subsidyFen: 0 }
const fen = fc.integer({ min: 0, max: 10_000_000 })

/** A sale, and running totals of its refunds that end with all of it. */
const sale: fc.Arbitrary<Required<ConsignmentMoney>> = fc
  .record({ amountFen: fen, subsidyFen: fc.integer({ min: 0, max: 50_000 }) })
  .chain(({ amountFen, subsidyFen }) =>
    fc.record({
      amountFen: fc.constant(amountFen),
      subsidyFen: fc.constant(subsidyFen),
      commissionFen: fc.integer({ min: 0, max: Math.floor(amountFen / 2) }),
      commissionTaxFen: fc.integer({ min: 0, max: Math.floor(amountFen / 10) }),
    }),
  )

const part = (whole: number, share: number) => Math.floor((whole * share) / 100)
const saleAndRefunds = sale.chain((money) =>
  fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 5 }).map((shares) => ({
    money,
    totals: [...shares.sort((a, b) => a - b), 100].map((share) => ({
      amountFen: part(money.amountFen, share),
      commissionFen: part(money.commissionFen, share),
      commissionTaxFen: part(money.commissionTaxFen, share),
      subsidyFen: part(money.subsidyFen, share),
    })),
  })),
)

class Book {
  readonly net = new Map<FundsAccount, number>()

  post(postings: FundsPosting[]): void {
    for (const { account, amount_fen } of postings) {
      this.net.set(account, this.of(account) + amount_fen)
    }
  }
  of(account: FundsAccount): number {
    return this.net.get(account) ?? 0
  }
  get payableFen(): number {
    return -this.of("seller_payable")
  }
}

const sum = (postings: FundsPosting[]) =>
  postings.reduce((total, { amount_fen }) => total + amount_fen, 0)

describe("the funds postings", () => {
  it("sum to zero, hold no zero, and name the seller on the seller's accounts only", () => {
    fc.assert(
      fc.property(sale, fen, fen, fc.boolean(), (money, a, b, isNegative) => {
        const refund = { ...SELLER, before: NOTHING_REFUNDED, soFar: money, payableFen: a }
        const all = [
          captureOfConsignment({ ...money, ...SELLER }),
          refundOfConsignment(refund),
          disputeOpened({ ...SELLER, amountFen: a }),
          disputeClosed({ ...SELLER, outcome: "won", amountFen: a }),
          disputeClosed({ ...refund, outcome: "lost" }),
          providerFee({ countyCode: "513423", amountFen: isNegative ? -a : a }),
          transferToSeller({ ...SELLER, ...payoutOf({ payableFen: a, receivableFen: b }) }),
          transferReversal({ ...SELLER, amountFen: a }),
          clawback({ ...SELLER, amountFen: a }),
        ]
        for (const postings of all) {
          expect(sum(postings)).toBe(0)
          for (const posting of postings) {
            expect(posting.amount_fen).not.toBe(0)
            expect(posting.seller_id !== null).toBe(isSellerAccount(posting.account))
          }
        }
      }),
    )
  })

  it("leave every account at zero once refunds add up to a sale that was not paid out", () => {
    fc.assert(
      fc.property(saleAndRefunds, ({ money, totals }) => {
        const book = new Book()
        book.post(captureOfConsignment({ ...money, ...SELLER }))
        refundAll(book, totals)
        netReceivable(book)
        expect([...book.net.values()].every((net) => net === 0)).toBe(true)
      }),
    )
  })

  it("owe the seller a last part below zero beside what an earlier refund made it owe", () => {
    const none = { subsidyFen: 0 }
    const money = { ...none, amountFen: 10, commissionFen: 2, commissionTaxFen: 1 }
    const book = new Book()
    book.post(captureOfConsignment({ ...money, ...SELLER }))
    refundAll(book, [{ ...none, amountFen: 9, commissionFen: 1, commissionTaxFen: 0 }, money])
    expect([book.payableFen, book.of("seller_receivable")]).toEqual([1, 1])
    netReceivable(book)
    expect([...book.net.values()].every((net) => net === 0)).toBe(true)
  })

  it("make the seller owe what it was paid once a paid-out sale is refunded whole", () => {
    fc.assert(
      fc.property(saleAndRefunds, ({ money, totals }) => {
        const book = new Book()
        book.post(captureOfConsignment({ ...money, ...SELLER }))
        const { transferFen, nettedFen } = payoutOf({
          payableFen: book.payableFen,
          receivableFen: 0,
        })
        book.post(transferToSeller({ ...SELLER, transferFen, nettedFen }))
        refundAll(book, totals)
        expect(book.of("seller_receivable") - book.payableFen).toBe(transferFen)
        expect(book.of("platform_clearing") + transferFen).toBe(0)
      }),
      { examples: [[{ money: NO_MONEY, totals: [NO_MONEY] }]] },
    )
  })

  it("never take more from the seller's balance than it is owed", () => {
    fc.assert(
      fc.property(sale, fen, (money, payableFen) => {
        const postings = refundOfConsignment({
          ...SELLER,
          before: NOTHING_REFUNDED,
          soFar: money,
          payableFen,
        })
        const of = (wanted: FundsAccount) =>
          postings.find(({ account }) => account === wanted)?.amount_fen ?? 0
        expect(of("seller_payable")).toBe(Math.min(sellerPartFen(money), payableFen))
        expect(of("seller_payable") + of("seller_receivable")).toBe(sellerPartFen(money))
      }),
    )
  })

  it("net the receivable before a transfer, and transfer the rest", () => {
    fc.assert(
      fc.property(fen, fen, (payableFen, receivableFen) => {
        const { nettedFen, transferFen } = payoutOf({ payableFen, receivableFen })
        expect(nettedFen).toBe(Math.min(payableFen, receivableFen))
        expect(nettedFen + transferFen).toBe(payableFen)
      }),
    )
  })

  it("undo a dispute that is won, and equal a refund where it is lost", () => {
    fc.assert(
      fc.property(sale, fen, (money, payableFen) => {
        const refund = { ...SELLER, before: NOTHING_REFUNDED, soFar: money, payableFen }
        const [won, lost, refunded] = [new Book(), new Book(), new Book()]
        won.post(disputeOpened({ ...SELLER, amountFen: money.amountFen }))
        won.post(disputeClosed({ ...SELLER, outcome: "won", amountFen: money.amountFen }))
        expect([...won.net.values()].every((net) => net === 0)).toBe(true)

        lost.post(disputeOpened({ ...SELLER, amountFen: money.amountFen }))
        lost.post(disputeClosed({ ...refund, outcome: "lost" }))
        refunded.post(refundOfConsignment(refund))
        for (const account of [
          "platform_clearing",
          "seller_payable",
          "seller_receivable",
        ] as const) {
          expect(lost.of(account)).toBe(refunded.of(account))
        }
        expect(lost.of("dispute_reserve")).toBe(0)
      }),
    )
  })

  it.each([
    ["a fraction", () => providerFee({ countyCode: "513423", amountFen: 0.5 })],
    ["less than nothing", () => transferReversal({ ...SELLER, amountFen: -1 })],
    [
      "totals that shrink",
      () =>
        refundOfConsignment({
          ...SELLER,
          before: { ...NOTHING_REFUNDED, amountFen: 2 },
          soFar: { ...NOTHING_REFUNDED, amountFen: 1 },
          payableFen: 0,
        }),
    ],
  ])("refuse %s", (_, rule) => {
    expect(rule).toThrow(RangeError)
  })
})

/** As the next payout does: what the seller owes is taken from what it is owed. */
function netReceivable(book: Book): void {
  const receivableFen = book.of("seller_receivable")
  const { nettedFen } = payoutOf({ payableFen: book.payableFen, receivableFen })
  book.post(clawback({ ...SELLER, amountFen: nettedFen }))
}

function refundAll(book: Book, totals: ConsignmentMoney[]): void {
  let before = NOTHING_REFUNDED
  for (const soFar of totals) {
    book.post(refundOfConsignment({ ...SELLER, before, soFar, payableFen: book.payableFen }))
    before = soFar
  }
}
