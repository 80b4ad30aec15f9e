import { z } from "@medusajs/framework/zod"
import type {
  AddLineBody as AddLine,
  CheckoutBody as Checkout,
} from "@shangxing/marketplace/types/http"

const text = z.string().trim().max(200)
const id = z.string().min(1).max(60)

/** No price and no metadata: both are the catalogue's. */
export const AddLineBody: z.ZodType<AddLine> = z
  .object({
    cart_id: id.optional(),
    region_id: id.optional(),
    variant_id: id,
    quantity: z.number().int().min(1).max(9999),
  })
  .strict()
export type AddLineBody = AddLine

export const CheckoutBody: z.ZodType<Checkout> = z
  .object({
    cart_id: id,
    email: z.email().max(120).toLowerCase(),
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
          .strict()
          .optional(),
      })
      .strict(),
    parcels: z
      .array(z.object({ seller_id: id, shipping_option_id: id }).strict())
      .min(1)
      .max(50),
    /** Without one the payment is opened by `POST /store/carts/:id/payment`. */
    provider_id: id.optional(),
  })
  .strict()
export type CheckoutBody = Checkout
