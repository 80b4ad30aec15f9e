import { authenticate, defineMiddlewares } from "@medusajs/framework/http"

/** Lets only officials in, by bearer token. What they may see is decided by `officialOf`. */
export const authenticateOfficial = authenticate("official", ["bearer"])

/** Lets only station workers in, by bearer token. Whose affairs are theirs: `stationWorkerOf`. */
const authenticateStationWorker = authenticate("station_worker", ["bearer"])

export default defineMiddlewares({
  routes: [
    { matcher: "/official*", middlewares: [authenticateOfficial] },
    { matcher: "/station*", middlewares: [authenticateStationWorker] },
  ],
})
