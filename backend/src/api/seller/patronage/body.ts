import { z } from "@medusajs/framework/zod"

const fen = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
const year = z.coerce.number().int().min(2000).max(2200)

export const PatronageQuery = z.object({ year })
export type PatronageQuery = z.infer<typeof PatronageQuery>

const surplus = {
  year,
  surplus_fen: fen,
  losses_fen: fen.default(0),
  reserves_fen: fen.default(0),
  by_volume_basis_points: z.number().int().min(0).max(10_000).default(6_000),
}

export const PreviewBody = z.strictObject(surplus)
export type PreviewBody = z.infer<typeof PreviewBody>

export const ResolveBody = z.strictObject({
  ...surplus,
  resolution_number: z.string().trim().min(1).max(100),
  resolved_on: z.iso.date(),
  due_on: z.iso.date().nullable().default(null),
})
export type ResolveBody = z.infer<typeof ResolveBody>

export const AccountsBody = z.strictObject({
  year,
  accounts: z
    .array(
      z.strictObject({
        household_id: z.string().min(1).max(60),
        contribution_fen: fen.default(0),
        reserve_share_fen: fen.default(0),
        grant_share_fen: fen.default(0),
      }),
    )
    .max(5_000),
})
export type AccountsBody = z.infer<typeof AccountsBody>
