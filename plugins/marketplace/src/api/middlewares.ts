import {
  authenticate,
  defineMiddlewares,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"

import { speakTheirLanguage } from "../lib/localize"
import { receivePictures } from "./receive-pictures"
import { refuseLineItemTampering } from "./refuse-line-item-tampering"
import { ConsignmentsQuery, ParcelsBody, ReviewBody, SellersQuery, ShipBody } from "./validators"

export { refuseLineItemTampering } from "./refuse-line-item-tampering"

const noFields = { isList: false }

export default defineMiddlewares({
  routes: [
    // Every seller's route, also those that the backend composes: a member, and nobody else.
    { matcher: "/seller*", middlewares: [authenticate("member", ["bearer"]), speakTheirLanguage] },
    {
      matcher: "/seller/consignments",
      methods: ["GET"],
      middlewares: [validateAndTransformQuery(ConsignmentsQuery, noFields)],
    },
    {
      matcher: "/seller/consignments/:id/ship",
      methods: ["POST"],
      middlewares: [validateAndTransformBody(ShipBody)],
    },
    { matcher: "/seller/uploads", methods: ["POST"], middlewares: [receivePictures] },

    { matcher: "/store/carts*", middlewares: [speakTheirLanguage] },
    { matcher: "/store/sellers*", middlewares: [speakTheirLanguage] },
    {
      matcher: "/store/carts",
      methods: ["POST"],
      middlewares: [refuseLineItemTampering],
    },
    {
      matcher: "/store/carts/:id/line-items*",
      methods: ["POST"],
      middlewares: [refuseLineItemTampering],
    },
    {
      matcher: "/store/carts/:id/parcels",
      methods: ["POST"],
      middlewares: [validateAndTransformBody(ParcelsBody)],
    },

    { matcher: "/admin/sellers*", middlewares: [speakTheirLanguage] },
    {
      matcher: "/admin/sellers",
      methods: ["GET"],
      middlewares: [validateAndTransformQuery(SellersQuery, noFields)],
    },
    {
      matcher: "/admin/products/:id/review",
      methods: ["POST"],
      middlewares: [speakTheirLanguage, validateAndTransformBody(ReviewBody)],
    },
  ],
})
