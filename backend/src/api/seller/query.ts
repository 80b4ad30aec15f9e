import { z } from "@medusajs/framework/zod"

export const PageQuery = z.object({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type PageQuery = z.infer<typeof PageQuery>

const text = (most: number) => z.string().trim().max(most)

/** `SellerListingBody` of marketplace's types/http, checked. Money in fen, weight in grams. */
export const ListingBody = z.object({
  title: text(60).min(2),
  title_en: text(120).optional(),
  subtitle: text(120).optional(),
  description: text(4000).optional(),
  images: z.array(z.url({ protocol: /^https?$/ }).max(500)).max(8),
  variants: z
    .array(
      z.object({
        id: z.string().optional(),
        title: text(40).min(1),
        weight_g: z.number().int().min(1).max(100_000),
        price_fen: z.number().int().min(1).max(10_000_000),
        pack: z
          .object({ lot_id: z.string(), units: z.number().int().min(1).max(100_000) })
          .optional(),
      }),
    )
    .min(1)
    .max(20),
})
export type ListingBody = z.infer<typeof ListingBody>
