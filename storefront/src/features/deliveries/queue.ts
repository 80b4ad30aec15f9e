import type {
  DeliveryRowBody,
  DeliverySyncResponse,
  DeliveryVerdict,
} from "@shangxing/provenance/types/http"

/**
 * The phone's own queue of weighings, in IndexedDB: a row is in it before anything is sent, and stays
 * until the backend has said what became of it. A household's code leaves it with the first sending
 * that was answered.
 */

export type QueuedRow = {
  id: string
  /** Whose queue it is: one phone may serve two sellers. */
  seller: string
  row: DeliveryRowBody
  /** As the list shows it. */
  name: string
  verdict: DeliveryVerdict | null
}

const NAME = "shangxing-weighbridge"
const STORE = "rows"
const MOST_ROWS = 200

export async function putRow(row: QueuedRow): Promise<void> {
  await inStore("readwrite", (store) => store.put(row))
}

export async function dropRow(id: string): Promise<void> {
  await inStore("readwrite", (store) => store.delete(id))
}

/** The seller's rows, last weighed first. */
export async function rowsOf(seller: string): Promise<QueuedRow[]> {
  const all = await inStore<QueuedRow[]>("readonly", (store) => store.getAll())
  return all
    .filter((row) => row.seller === seller)
    .sort((a, b) => (a.row.weighed_at < b.row.weighed_at ? 1 : -1))
}

/** Whether a row still has something to say to the backend. */
export function isWaiting({ verdict }: QueuedRow): boolean {
  return verdict === null
}

export type Sent = "sent" | "offline" | "signed_out"

/** Sends what waits and writes each verdict beside its row; answers how it went. */
export async function sendWaiting(seller: string, url: string): Promise<Sent> {
  const waiting = (await rowsOf(seller)).filter(isWaiting).slice(0, MOST_ROWS)
  if (waiting.length === 0) return "sent"
  const response = await post(url, waiting)
  if (!response) return "offline"
  if (response.status === 401) return "signed_out"
  if (!response.ok) return "offline"
  const { verdicts } = (await response.json()) as DeliverySyncResponse
  for (const [i, queued] of waiting.entries()) {
    const verdict = verdicts[i]
    if (!verdict) continue
    const { confirmation: _said, ...row } = queued.row
    await putRow({ ...queued, row, verdict })
  }
  return "sent"
}

async function post(url: string, waiting: readonly QueuedRow[]): Promise<Response | null> {
  const body = { sent_at: new Date().toISOString(), rows: waiting.map(({ row }) => row) }
  try {
    return await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    })
  } catch {
    // No network: the rows stay where they are.
    return null
  }
}

function inStore<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(NAME, 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: "id" })
    opening.onerror = () => reject(opening.error ?? new Error("The queue can't be opened."))
    opening.onsuccess = () => {
      const request = work(opening.result.transaction(STORE, mode).objectStore(STORE))
      request.onsuccess = () => {
        opening.result.close()
        resolve(request.result as T)
      }
      request.onerror = () => reject(request.error ?? new Error("The queue can't be written."))
    }
  })
}
