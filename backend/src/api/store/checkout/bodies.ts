import { z } from "@medusajs/framework/zod"

const text = z.string().trim().max(200)

export const AddLineBody = z
  .object({
    cart_id: z.string().max(60).optional(),
    region_id: z.string().max(60).optional(),
    variant_id: z.string().max(60),
    quantity: z.number().int().min(1).max(9999),
  })
  .strict()
export type AddLineBody = z.infer<typeof AddLineBody>

export const CheckoutBody = z
  .object({
    cart_id: z.string().max(60),
    email: z.email().max(120),
    shipping_address: z
      .object({
        first_name: text,
        last_name: text.optional(),
        phone: text.optional(),
        company: text.optional(),
        country_code: z.string().length(2).toLowerCase(),
        province: text.optional(),
        city: text.optional(),
        address_1: text,
        address_2: text.optional(),
        postal_code: text.optional(),
        metadata: z
          .object({ county_code: z.string().max(12).nullable() })
          .partial()
          .optional(),
      })
      .strict(),
    parcels: z
      .array(z.object({ seller_id: z.string(), shipping_option_id: z.string() }).strict())
      .min(1)
      .max(50),
    /** Without one the payment is opened by `POST /store/carts/:id/payment`. */
    provider_id: z.string().max(60).optional(),
  })
  .strict()
export type CheckoutBody = z.infer<typeof CheckoutBody>
