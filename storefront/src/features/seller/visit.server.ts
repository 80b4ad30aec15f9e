import type { ConsignmentsResponse, MemberMe } from "@shangxing/marketplace/types/http"
import type { Bilingual } from "@shangxing/provenance/types/http"
import type { APIContext } from "astro"

import { fetchCounties } from "~/features/counties/counties.server"
import { keepPrivate } from "~/features/work/private"
import { visitAs } from "~/features/work/visit.server"
import type { Api } from "~/lib/api"
import { attempt, type Outcome } from "~/lib/attempt"
import { paths } from "~/paths"

export type SellerContext = Pick<
  APIContext,
  "cookies" | "locals" | "url" | "redirect" | "request"
> & { response: { headers: Headers } }

/** Who is at work, and what the frame around every page says. */
export type SellerVisit = {
  me: MemberMe
  api: Api
  /** Consignments that wait to be shipped. */
  waiting: number
  county: Home | null
}

type Home = { name: Bilingual; accent: string | null }

/** Opens a page for a signed-in member; else leads to signing in, and back here. */
export async function visitSeller(
  context: SellerContext,
): Promise<Response | Outcome<SellerVisit>> {
  keepPrivate(context.response)
  const visit = await visitAs<MemberMe>(context, "member", paths.seller.signIn)
  if (visit instanceof Response || !visit.ok) return visit
  const { me, api } = visit.value
  return attempt(
    Promise.all([countWaiting(api), findHome(api, me.seller.county_code)]).then(
      ([waiting, county]) => ({ me, api, waiting, county }),
    ),
  )
}

async function countWaiting(api: Api): Promise<number> {
  const query = { status: "awaiting_shipment", limit: 1 }
  return (await api.fetch<ConsignmentsResponse>("/seller/consignments", { query })).count
}

const homesLastMs = 10 * 60 * 1000
let homes: { at: number; byCode: Map<string, Home> } | null = null

/** The county's name and colour: public, seldom changed, so asked for every ten minutes. */
async function findHome(api: Api, code: string): Promise<Home | null> {
  if (!homes || Date.now() - homes.at > homesLastMs) {
    const counties = await attempt(fetchCounties(api))
    // A page of work does not fail for want of a colour.
    if (!counties.ok) return null
    const byCode = new Map(
      counties.value.map(({ code, name, industry }) => [
        code,
        { name, accent: industry?.accent ?? null },
      ]),
    )
    homes = { at: Date.now(), byCode }
  }
  return homes.byCode.get(code) ?? null
}
