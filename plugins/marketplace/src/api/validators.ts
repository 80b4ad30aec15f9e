import { z } from "@medusajs/framework/zod"

export const ConsignmentsQuery = z.object({
  status: z.enum(["awaiting_shipment", "shipped", "delivered", "cancelled"]).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).default(0),
})
export type ConsignmentsQuery = z.infer<typeof ConsignmentsQuery>

export const ShipBody = z
  .object({
    carrier: z.string().trim().min(1).max(60),
    tracking_number: z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9-]{4,40}$/),
  })
  .strict()
export type ShipBody = z.infer<typeof ShipBody>

export const ParcelsBody = z
  .object({
    parcels: z
      .array(z.object({ seller_id: z.string(), shipping_option_id: z.string() }).strict())
      .min(1)
      .max(50),
  })
  .strict()
export type ParcelsBody = z.infer<typeof ParcelsBody>

export const SellersQuery = z.object({
  status: z.enum(["applied", "recommended", "approved", "suspended"]).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  offset: z.coerce.number().int().min(0).default(0),
})
export type SellersQuery = z.infer<typeof SellersQuery>

export const ReviewBody = z
  .object({
    verdict: z.enum(["approve", "return"]),
    reason: z.string().trim().max(500).optional(),
  })
  .strict()
export type ReviewBody = z.infer<typeof ReviewBody>
