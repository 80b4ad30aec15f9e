/** `expand[]`: replaces ids by their objects, as deep as four levels. */
import { invalidRequest } from "../errors.ts"
import type { Store } from "../state/store.ts"
import type { Kind } from "../state/tables.ts"

const kinds: Record<string, Kind> = {
  acct: "account",
  ch: "charge",
  cus: "customer",
  du: "dispute",
  pi: "payment_intent",
  pm: "payment_method",
  po: "payout",
  py: "charge",
  re: "refund",
  tr: "transfer",
  trr: "transfer_reversal",
  txn: "balance_transaction",
}

const deepest = 4

type Node = Record<string, unknown>

/** Returns a copy of the answer with the asked-for fields expanded. */
export function expand(store: Store, answer: unknown, paths: string[]): unknown {
  const copy: unknown = structuredClone(answer)
  for (const path of paths) {
    const steps = path.split(".")
    if (steps.length > deepest) {
      throw invalidRequest("You cannot expand more than 4 levels of a property.", {
        param: "expand",
      })
    }
    walk(store, copy, steps, path)
  }
  return copy
}

function walk(store: Store, node: unknown, steps: string[], path: string): void {
  const [step, ...rest] = steps
  if (step === undefined || node === null) return
  if (Array.isArray(node)) {
    for (const item of node) walk(store, item, steps, path)
    return
  }
  const owner = node as Node
  addIncludable(store, owner, step)
  if (typeof node !== "object" || !(step in owner)) throw cannotExpand(path)
  const value = owner[step]
  if (typeof value === "string") owner[step] = load(store, value, path)
  walk(store, owner[step], rest, path)
}

/** A charge's refunds are left out of the charge until asked for. */
function addIncludable(store: Store, node: Node, step: string): void {
  if (step !== "refunds" || node.object !== "charge") return
  const rows = store.all("refund").filter((row) => row.object.charge === node.id)
  const data = rows.sort((a, b) => b.order - a.order).map((row) => structuredClone(row.object))
  const url = `/v1/charges/${String(node.id)}/refunds`
  node.refunds = { object: "list", data, has_more: false, url }
}

function load(store: Store, id: string, path: string): unknown {
  const kind = kinds[id.split("_")[0] ?? ""]
  const row = kind && store.get(kind, id)
  if (!row) throw cannotExpand(path)
  return structuredClone(row.object)
}

const cannotExpand = (path: string) =>
  invalidRequest(`This property cannot be expanded (${path}).`, { param: "expand" })
