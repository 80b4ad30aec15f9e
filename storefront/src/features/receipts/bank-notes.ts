/** An amount as bank notes on a table: bundles of a thousand yuan, then notes; what a person counts. */

export type BankNotes = {
  /** Bundles of ¥1,000. */
  bundles: number
  /** Notes and coins in yuan, largest first: 100, 50, 20, 10, 5, 1. */
  notes: number[]
  /** Less than a yuan, fen. */
  restFen: number
}

const NOTES = [100, 50, 20, 10, 5, 1] as const
const BUNDLE = 1000

/** The fewest notes for an amount in fen ≥ 0. */
export function bankNotes(fen: number): BankNotes {
  const yuan = Math.floor(Math.max(0, fen) / 100)
  const bundles = Math.floor(yuan / BUNDLE)
  let left = yuan % BUNDLE
  const notes = NOTES.flatMap((note) => {
    const count = Math.floor(left / note)
    left -= count * note
    return Array<number>(count).fill(note)
  })
  return { bundles, notes, restFen: Math.max(0, fen) % 100 }
}

/** The most bundles that are drawn; more are said in a number. */
export const MOST_BUNDLES = 10
