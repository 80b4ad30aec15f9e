import type { LotSerialResponse, LotTraceResponse } from "@shangxing/provenance/types/http"

import type { Api } from "~/lib/api"
import { attempt } from "~/lib/attempt"

export type TracedLot = LotTraceResponse["lot"]

/** A lot with its steps and checks. @throws ApiError 404 `lot_unknown` */
export async function fetchTrace(api: Api, gtin: string, code: string): Promise<TracedLot> {
  const path = `/store/lots/${encodeURIComponent(gtin)}/${encodeURIComponent(code)}`
  return (await api.fetch<LotTraceResponse>(path)).lot
}

/** A pack's own code, and whether its seller ever printed it. */
export type PackSerial = LotSerialResponse

/** Whether the seller printed that code for that lot. @throws ApiError */
export async function fetchSerial(
  api: Api,
  gtin: string,
  code: string,
  serial: string,
): Promise<PackSerial> {
  const lot = [gtin, code].map(encodeURIComponent).join("/")
  return await api.fetch<LotSerialResponse>(
    `/store/lots/${lot}/serials/${encodeURIComponent(serial)}`,
  )
}

/** The address of what was packed; a lot outlives its listing, so it may be `null`. */
export async function fetchHandle(api: Api, productId: string): Promise<string | null> {
  const outcome = await attempt(
    api.fetch<{ product: { handle: string } }>(`/store/products/${encodeURIComponent(productId)}`, {
      query: { fields: "id,handle" },
    }),
  )
  return outcome.ok ? outcome.value.product.handle : null
}
