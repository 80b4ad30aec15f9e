/** What the operator reads of sellers, their products and consignments. Integer fen. */
import type { ConsignmentStatus, PublicSeller, SellerStatus } from "./http"

/** A seller as the operator sees it. */
export type AdminSeller = PublicSeller & {
  status: SellerStatus
  unified_social_credit_code: string | null
  commission_basis_points: number
}

/** `GET /admin/sellers?status=`, newest first. */
export type AdminSellersResponse = {
  sellers: AdminSeller[]
  count: number
  offset: number
  limit: number
}
/** `POST /admin/sellers/:id/approve|suspend|reopen` */
export type AdminSellerResponse = { seller: AdminSeller }

/** `POST /admin/products/:id/review`; a reason is required to return a product. */
export type ReviewProductBody = { verdict: "approve" | "return"; reason?: string }
export type AdminReviewResponse = { product: { id: string; status: string } }

export type AdminConsignment = {
  id: string
  seller_id: string
  seller_name_zh: string
  status: ConsignmentStatus
  goods_fen: number
  shipping_fen: number
  total_fen: number
  commission_fen: number
  commission_tax_fen: number
  captured_fen: number
  refunded_fen: number
  carrier: string | null
  tracking_number: string | null
}

/** `GET /admin/orders/:id/consignments` */
export type AdminOrderConsignmentsResponse = { consignments: AdminConsignment[] }
