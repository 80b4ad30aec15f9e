import { authenticate, defineMiddlewares } from "@medusajs/framework/http"

/** Lets only officials in, by bearer token. What they may see is decided by `officialOf`. */
export const authenticateOfficial = authenticate("official", ["bearer"])

export default defineMiddlewares({
  routes: [{ matcher: "/official*", middlewares: [authenticateOfficial] }],
})
