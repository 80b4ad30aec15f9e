import { z } from "@medusajs/framework/zod"

import { divisionCode } from "./division-code"

/** What officials send who keep stations and income lines, checked for shape. */

const text = (least: number, most: number) => z.string().trim().min(least).max(most)
const year = z.number().int().min(2000).max(2099)
const fen = z.number().int().min(0).max(100_000_000_000)
const document = text(2, 120)

const subsidy = { year, amount_fen: fen, document }

export const PlacesQuery = z.object({ division: divisionCode.optional() })
export type PlacesQuery = z.infer<typeof PlacesQuery>

export const OpenStationBody = z.strictObject({
  code: text(1, 40),
  name_zh: text(2, 60),
  division_code: divisionCode,
  opened_on: z.iso.date(),
  closed_on: z.iso.date().nullish(),
  village_codes: z.array(z.string().regex(/^\d{12}$/)).max(1_000),
  subsidy: z.strictObject(subsidy).nullish(),
})
export type OpenStationBody = z.infer<typeof OpenStationBody>

export const CloseStationBody = z.strictObject({ closed_on: z.iso.date() })
export type CloseStationBody = z.infer<typeof CloseStationBody>

export const SubsidyBody = z.strictObject(subsidy)
export type SubsidyBody = z.infer<typeof SubsidyBody>

export const StationWorkerBody = z.strictObject({ name: text(1, 40), email: z.email().max(120) })
export type StationWorkerBody = z.infer<typeof StationWorkerBody>

export const EndWorkerBody = z.strictObject({ reason: text(2, 200) })
export type EndWorkerBody = z.infer<typeof EndWorkerBody>

export const IncomeLineBody = z.strictObject({
  year,
  kind: text(2, 40),
  amount_fen: fen,
  document,
  document_date: z.iso.date(),
  supersedes_id: z.string().min(1).max(80).nullish(),
})
export type IncomeLineBody = z.infer<typeof IncomeLineBody>
