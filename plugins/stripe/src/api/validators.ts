import { z } from "@medusajs/framework/zod"

/** Query of the operator's list of events; `status=dead` lists the dead letters. */
export const StripeEventsQuery = z.object({
  status: z.enum(["pending", "done", "ignored", "dead"]).optional(),
  q: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).default(0),
})

export type StripeEventsQuery = z.infer<typeof StripeEventsQuery>
