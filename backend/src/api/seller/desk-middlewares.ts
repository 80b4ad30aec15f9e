import {
  validateAndTransformBody,
  validateAndTransformQuery,
  type MiddlewareRoute,
} from "@medusajs/framework/http"

import * as body from "./desk-bodies"

type Body = Parameters<typeof validateAndTransformBody>[0]
type Query = Parameters<typeof validateAndTransformQuery>[0]

const post = (matcher: string, schema: Body): MiddlewareRoute => ({
  matcher,
  methods: ["POST"],
  middlewares: [validateAndTransformBody(schema)],
})
const get = (matcher: string, schema: Query): MiddlewareRoute => ({
  matcher,
  methods: ["GET"],
  middlewares: [validateAndTransformQuery(schema, { isList: false })],
})

/** Shapes of what the weighbridge, the store-room and the agreements' desk send. */
export const deskMiddlewares: MiddlewareRoute[] = [
  get("/seller/deliveries", body.DeliveriesQuery),
  post("/seller/deliveries", body.DeliveryRow),
  {
    matcher: "/seller/deliveries/sync",
    methods: ["POST"],
    // Five hundred rows of a day without a network.
    bodyParser: { sizeLimit: "2mb" },
    middlewares: [validateAndTransformBody(body.SyncBody)],
  },
  post("/seller/deliveries/:id/confirm", body.ConfirmBody),
  post("/seller/deliveries/:id/void", body.VoidBody),
  post("/seller/deliveries/:id/disputes", body.DisputeBody),
  post("/seller/households/:id/code", body.CodeBody),
  post("/seller/lots", body.LotBody),
  post("/seller/lots/processes", body.ProcessBody),
  post("/seller/lots/:id/certificate", body.CertificateBody),
  post("/seller/lots/:id/pack", body.PackBody),
  post("/seller/lots/:id/damage", body.DamageBody),
  post("/seller/lots/:id/moves", body.MoveBody),
  get("/seller/lots/:id/orders", body.HeldOrdersQuery),
  post("/seller/agreements", body.AgreementBody),
  post("/seller/agreements/:id/versions", body.TermsBody),
  post("/seller/agreements/:id/publish", body.PublishBody),
  get("/seller/agreements/:id/form", body.FormQuery),
  get("/seller/archive", body.ArchiveQuery),
  post("/seller/archive", body.ArchiveBody),
  post("/seller/labels", body.LabelsBody),
]
