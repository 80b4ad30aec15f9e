import { z } from "@medusajs/framework/zod"

export const OpenPaymentBody = z.strictObject({
  method: z.enum(["card", "alipay", "wechat_pay"]),
  return_url: z.url().max(2000).optional(),
  payment_method: z.string().max(255).optional(),
  save_card: z.boolean().optional(),
})

export type OpenPaymentBody = z.infer<typeof OpenPaymentBody>
