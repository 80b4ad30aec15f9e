import { z } from "@medusajs/framework/zod"

/** The code of a division by its shape; whose it is to see is a rule. */
export const divisionCode = z.string().regex(/^\d{2,12}$/)
