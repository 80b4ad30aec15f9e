import { z } from "@medusajs/framework/zod"

export const LookUpBody = z.strictObject({
  display_id: z.number().int().positive().max(2_147_483_647),
  email: z.string().min(3).max(200),
  phone_last4: z.string().regex(/^\d{4}$/),
})

export type LookUpBody = z.infer<typeof LookUpBody>
