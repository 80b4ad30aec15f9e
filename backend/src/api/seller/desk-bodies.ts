import { z } from "@medusajs/framework/zod"

/** What the weighbridge, the store-room and the agreements' desk send, checked for shape. */

const text = (most: number) => z.string().trim().max(most)
const id = z.string().min(1).max(80)
const grams = z.number().int().min(0).max(2_000_000_000)
const fen = z.number().int().min(0).max(2_000_000_000)
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

const Confirmation = z.discriminatedUnion("via", [
  z.object({ via: z.literal("household_code"), code: z.string().max(12) }),
  z.object({ via: z.literal("station"), worker: text(60), consent: text(300) }),
])
export const ConfirmBody = Confirmation
export type ConfirmBody = z.infer<typeof ConfirmBody>

export const DeliveryRow = z.object({
  client_id: z.string().min(8).max(64),
  household_id: id,
  product_kind: text(40).min(1),
  grade: text(40).min(1),
  net_g: grams,
  deduction_g: grams.optional(),
  price_fen_per_kg: fen,
  deductions: z
    .array(z.object({ label: text(60), amount_fen: fen }))
    .max(10)
    .optional(),
  below_floor_reason: text(300).nullish(),
  weighed_at: z.iso.datetime({ offset: true }),
  confirmation: Confirmation.nullish(),
})
export type DeliveryRow = z.infer<typeof DeliveryRow>

/** Rows are checked one by one: one that is wrong must not hold back the others. */
export const SyncBody = z.object({
  sent_at: z.iso.datetime({ offset: true }),
  rows: z.array(z.record(z.string(), z.unknown())).min(1).max(500),
})
export type SyncBody = z.infer<typeof SyncBody>

export const DeliveriesQuery = z.object({
  state: z.enum(["unconfirmed", "ready", "in_lot", "disputed", "voided"]).optional(),
  household_id: id.optional(),
  day: day.optional(),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type DeliveriesQuery = z.infer<typeof DeliveriesQuery>

export const VoidBody = z.object({ reason: text(300) })
export type VoidBody = z.infer<typeof VoidBody>

export const DisputeBody = z.object({
  kind: z.enum(["opened", "answered", "resolved"]),
  party: z.enum(["household", "seller", "station"]),
  text: text(1000),
  outcome: z.enum(["upheld", "rejected", "settled"]).optional(),
})
export type DisputeBody = z.infer<typeof DisputeBody>

export const CodeBody = z.object({ code: z.string().max(12), witness: text(60) })
export type CodeBody = z.infer<typeof CodeBody>

export const LotBody = z.object({
  code: z
    .string()
    .trim()
    // What GS1 lets a batch number hold and a code can carry without escaping.
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,19}$/),
  product_kind: text(40).min(1),
  grade: text(40).min(1),
  expires_on: day,
  delivery_ids: z.array(id).max(5000),
  input_lots: z
    .array(z.object({ lot_id: id, net_g: grams }))
    .max(100)
    .optional(),
  unattributed_g: grams.optional(),
  net_g: grams.optional(),
  process_id: id.nullish(),
  harvested_from: day.optional(),
  harvested_to: day.optional(),
})
export type LotBody = z.infer<typeof LotBody>

export const ProcessBody = z.object({
  name: text(40),
  product_kind: text(40).min(1),
  max_yield_basis_points: z.number().int(),
})
export type ProcessBody = z.infer<typeof ProcessBody>

export const CertificateBody = z.object({
  number: text(60),
  issued_on: text(10),
  tests: text(300).nullish(),
  file_url: text(500).nullish(),
})
export type CertificateBody = z.infer<typeof CertificateBody>

export const PackBody = z.object({ variant_id: id, units: z.number().int().min(1).max(100_000) })
export type PackBody = z.infer<typeof PackBody>

export const DamageBody = z.object({
  variant_id: id.optional(),
  units: z.number().int().optional(),
  grams: z.number().int().optional(),
  reason: text(300),
  photo_url: text(500).nullish(),
})
export type DamageBody = z.infer<typeof DamageBody>

export const MoveBody = z.object({
  line_item_id: id,
  to_lot_id: id,
  units: z.number(),
  reason: text(300),
})
export type MoveBody = z.infer<typeof MoveBody>

export const HeldOrdersQuery = z.object({ format: z.enum(["json", "csv"]).default("json") })
export type HeldOrdersQuery = z.infer<typeof HeldOrdersQuery>

export const TermsBody = z.object({
  mode: z.enum(["order", "share", "wage", "land_rent"]),
  product_kind: text(40),
  enterprise_name: text(100).nullish(),
  cooperative_name: text(100).nullish(),
  credit_union_name: text(100).nullish(),
  responsible_person: text(60),
  starts_on: text(10),
  ends_on: text(10),
  floors: z.array(z.object({ grade: text(40).nullable(), fen_per_kg: z.number() })).max(30),
  rebate_kind: z.enum(["none", "fen_per_kg", "basis_points"]),
  rebate_value: z.number().nullish(),
  households: z.array(z.object({ household_id: id, promised_g: z.number().nullable() })).max(5000),
  document_url: text(500).nullish(),
  note: text(2000).nullish(),
})
export type TermsBody = z.infer<typeof TermsBody>

export const AgreementBody = z.object({ number: text(60), terms: TermsBody })
export type AgreementBody = z.infer<typeof AgreementBody>

export const PublishBody = z.object({ effective_from: text(10) })
export type PublishBody = z.infer<typeof PublishBody>

export const FormQuery = z.object({ version: z.coerce.number().int().min(1).optional() })
export type FormQuery = z.infer<typeof FormQuery>

export const ArchiveQuery = z.object({
  household_id: id.optional(),
  agreement_id: id.optional(),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type ArchiveQuery = z.infer<typeof ArchiveQuery>

export const ArchiveBody = z.object({
  agreement_id: id.nullish(),
  household_id: id.nullish(),
  kind: z.enum(["visit", "training", "supply", "payment", "other"]),
  happened_on: text(10),
  text: text(4000),
  photos: z.array(text(500)).max(8).default([]),
})
export type ArchiveBody = z.infer<typeof ArchiveBody>

export const LabelsBody = z.object({
  lot_id: id,
  variant_id: id,
  count: z.number(),
  layout: z.enum(["a4", "thermal"]),
})
export type LabelsBody = z.infer<typeof LabelsBody>
