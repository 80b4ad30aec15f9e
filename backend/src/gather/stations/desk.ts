import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { ancestorAt, isWithin } from "@shangxing/attribution/domain/jurisdiction"
import { shanghaiDay } from "@shangxing/attribution/domain/period"
import {
  isShutOn,
  mayKeepStations,
  stationPlaces,
} from "@shangxing/attribution/domain/station-desk"
import { type OfficialIdentity, officialOf } from "@shangxing/attribution/lib/jurisdiction"
import { stationRefused } from "@shangxing/attribution/lib/station-refusals"
import type { StationDesk } from "@shangxing/attribution/modules/station/types"
import type {
  StationDeskResponse,
  StationPlacesResponse,
} from "@shangxing/attribution/types/station-desk"

import { inTheirWords } from "../../api/seller/in-their-words"
import { scopeOf } from "../jurisdiction"
import { modules } from "../modules"
import { divisionName, nameDivisions } from "../names"
import { notFound } from "../not-found"

type Request = AuthenticatedMedusaRequest<unknown>

/**
 * The station that the path names, in the official's own division.
 * @throws MedusaError NOT_FOUND `station_unknown`, alike for others' and for none
 */
async function ownStation(
  req: Request,
): Promise<{ official: OfficialIdentity; desk: StationDesk }> {
  const official = await officialOf(req)
  const desk = await modules.stations(req.scope).deskOf(String(req.params.id))
  if (desk && isWithin(desk.division_code, official.division_code)) return { official, desk }
  throw notFound(req, "station_unknown", {
    zh: "您的辖区里没有这个站。请回到服务站页选。",
    en: "There is no such station in your division. Choose from the list of stations.",
  })
}

/**
 * The same, for who may change it: counties and townships keep their stations.
 * @throws MedusaError NOT_FOUND `station_unknown`, NOT_ALLOWED `stations_not_kept_here`
 */
export async function keptStation(
  req: Request,
): Promise<{ official: OfficialIdentity; desk: StationDesk }> {
  const own = await ownStation(req)
  if (!mayKeepStations(own.official.division_code)) {
    await inTheirWords(req, Promise.reject(stationRefused("stations_not_kept_here")))
  }
  return own
}

/** One station as its keepers see it. */
export async function gatherStationDesk(req: Request): Promise<StationDeskResponse> {
  const { official, desk } = await ownStation(req)
  const { division_code, village_codes, closed_on, ...station } = desk
  const [path, names] = await Promise.all([
    modules.divisions(req.scope).path(division_code),
    nameDivisions(req.scope, [division_code, ...village_codes]),
  ])
  return {
    division: names.division(division_code),
    path: path.map(divisionName),
    is_kept: mayKeepStations(official.division_code),
    station: {
      ...station,
      closed_on,
      is_shut: isShutOn({ closedOn: closed_on }, shanghaiDay(new Date())),
      villages: village_codes.map(names.division),
    },
  }
}

/** Where a station can be opened in a division, and the villages that it can serve. */
export async function gatherStationPlaces(
  req: Request,
  asked: string | undefined,
): Promise<StationPlacesResponse> {
  const [official, scope] = [await officialOf(req), await scopeOf(req, asked)]
  const isKept = mayKeepStations(official.division_code)
  const villages = isKept ? await modules.divisions(req.scope).villagesWithin(scope.code) : []
  const codes = villages.map(({ code }) => code)
  const townshipCodes = [...new Set(codes.map((code) => ancestorAt(code, "township")))]
  const places = stationPlaces(scope.code, codes)
  const names = await nameDivisions(req.scope, [...places, ...townshipCodes])
  return {
    division: scope.division,
    path: scope.path,
    is_kept: isKept,
    places: places.map(names.division),
    townships: townshipCodes.map((township) => ({
      township: names.division(township),
      villages: codes.filter((code) => code.startsWith(township)).map(names.division),
    })),
  }
}
