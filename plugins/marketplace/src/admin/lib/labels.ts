import type { ConsignmentStatus, ListingStatus, SellerKind, SellerStatus } from "../../types/http"

/** Chinese first: the operators read it; English beside it for everybody else. */

type Color = "green" | "orange" | "red" | "grey" | "blue"
type Label = { text: string; color: Color }

export const SELLER_KIND: Record<SellerKind, string> = {
  leading_enterprise: "龙头企业 Leading enterprise",
  large_grower: "专业大户 Large grower",
  cooperative: "合作社 Cooperative",
}

export const SELLER_STATUS: Record<SellerStatus, Label> = {
  applied: { text: "已申请 Applied", color: "grey" },
  recommended: { text: "县里已推荐 Recommended", color: "orange" },
  approved: { text: "营业中 Approved", color: "green" },
  suspended: { text: "已暂停 Suspended", color: "red" },
}

export const LISTING_STATUS: Record<ListingStatus, Label> = {
  draft: { text: "草稿 Draft", color: "grey" },
  proposed: { text: "待审核 Proposed", color: "orange" },
  published: { text: "已上架 Published", color: "green" },
  rejected: { text: "已退回 Returned", color: "red" },
}

export const CONSIGNMENT_STATUS: Record<ConsignmentStatus, Label> = {
  awaiting_shipment: { text: "待发货 Awaiting shipment", color: "orange" },
  shipped: { text: "已发货 Shipped", color: "blue" },
  delivered: { text: "已签收 Delivered", color: "green" },
  cancelled: { text: "已取消 Cancelled", color: "grey" },
}

/** Integer fen as yuan for people: ¥1,234.56. */
export function yuan(fen: number): string {
  return new Intl.NumberFormat("zh-CN", { style: "currency", currency: "CNY" }).format(fen / 100)
}

/** An instant as people in Shanghai write it: 2026/11/22 14:30. */
export function dayTime(iso: string): string {
  return new Intl.DateTimeFormat("zh-CN", {
    dateStyle: "short",
    timeStyle: "short",
    timeZone: "Asia/Shanghai",
  }).format(new Date(iso))
}
