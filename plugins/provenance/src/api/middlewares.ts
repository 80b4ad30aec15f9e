import {
  defineMiddlewares,
  validateAndTransformBody,
  validateAndTransformQuery,
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import { levelOf } from "../domain/divisions"
import { localize } from "../lib/localize"
import { refusalWords } from "../lib/refusals"
import { LawfulUsersBody, SpecialitiesBody } from "./admin/validators"

const DivisionsQuery = z.object({ parent: z.string().max(12).default("") })

/** Refuses a parent that is no division code, in the language of the request. */
function refuseUnknownParent(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction,
): void {
  const { parent } = req.validatedQuery as z.infer<typeof DivisionsQuery>
  if (parent === "" || levelOf(parent) !== null) {
    next()
    return
  }
  const code = "division_code_invalid"
  const words = refusalWords(code, parent)
  const message = localize(req.headers["accept-language"], words)
  next(new MedusaError(MedusaError.Types.INVALID_DATA, message, code))
}

export default defineMiddlewares({
  routes: [
    {
      matcher: "/store/divisions",
      methods: ["GET"],
      middlewares: [validateAndTransformQuery(DivisionsQuery, {}), refuseUnknownParent],
    },
    {
      matcher: "/admin/county-industries/:code/lawful-users",
      methods: ["POST"],
      middlewares: [validateAndTransformBody(LawfulUsersBody)],
    },
    {
      matcher: "/admin/county-industries/:code/specialities",
      methods: ["POST"],
      middlewares: [validateAndTransformBody(SpecialitiesBody)],
    },
  ],
})
