import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  eventsOf,
  type JsonObject,
  type LotProofs,
  type PublishedRoot,
  verifyLot,
} from "@shangxing/epcis"

import type { Http } from "./buyer"

type Settings = { headers: Record<string, string> }

export type Database = {
  raw(text: string, params?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>
  transaction<T>(work: (trx: Database) => Promise<T>): Promise<T>
}

/** All that is public of one lot's trace, as a stranger fetches it. `path` is `/store/lots/…`. */
export async function publishedTrace(api: Http, path: string, settings: Settings) {
  const { proofs } = (await api.get(`${path}/proofs`, settings)).data as { proofs: LotProofs }
  const document = (await api.get(`${path}/epcis`, settings)).data as JsonObject
  const roots: PublishedRoot[] = []
  for (const day of new Set(proofs.events.map((event) => event.day))) {
    roots.push((await api.get(`/store/roots/${day}`, settings)).data.root)
  }
  return { proofs, document, roots }
}

/** Which checks a stranger finds failing. */
export function failingChecks({
  proofs,
  document,
  roots,
}: Awaited<ReturnType<typeof publishedTrace>>): string[] {
  const told = eventsOf(document).map(({ event }) => event)
  return verifyLot({ proofs, document: told, roots })
    .filter(({ holds }) => !holds)
    .map(({ check }) => check)
}

/** Does what no trigger allows, as a superuser can. */
export async function tamper(
  container: MedusaContainer,
  text: string,
  params: unknown[],
): Promise<void> {
  const database = container.resolve<Database>(ContainerRegistrationKeys.PG_CONNECTION)
  await database.transaction(async (trx) => {
    await trx.raw("set local session_replication_role = replica")
    await trx.raw(text, params)
  })
}
