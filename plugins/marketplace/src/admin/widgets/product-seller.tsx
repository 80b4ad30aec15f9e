import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminProduct, DetailWidgetProps } from "@medusajs/framework/types"
import { Button, Container, Heading, StatusBadge, Text, Textarea, toast } from "@medusajs/ui"
import { useState } from "react"

import type { AdminReviewResponse, AdminSeller, ReviewProductBody } from "../../types/sellers-admin"
import { LISTING_STATUS, SELLER_STATUS } from "../lib/labels"
import { sdk } from "../lib/sdk"
import { messageOf, useLoaded } from "../lib/use-loaded"

type SoldProduct = AdminProduct & { seller?: AdminSeller | null }

/** Who sells this product, where its review stands, and the operator's verdict on it. */
const ProductSellerWidget = ({ data }: DetailWidgetProps<AdminProduct>) => {
  const { value: product, error } = useLoaded<SoldProduct>(
    async () => (await sdk.admin.product.retrieve(data.id, { fields: "*seller" })).product,
    [data.id, data.status],
  )
  if (error) return <Text className="text-ui-fg-error">{error}</Text>
  if (!product) return null

  const listing = LISTING_STATUS[product.status]
  const returned = product.metadata?.return_reason
  return (
    <Container ref={showWhenAsked} className="flex flex-col gap-y-3">
      <div className="flex items-center justify-between">
        <Heading level="h2">上架审核 Review</Heading>
        <StatusBadge color={listing.color}>{listing.text}</StatusBadge>
      </div>
      <SellerLine seller={product.seller ?? null} />
      {typeof returned === "string" && (
        <Text size="small" className="text-ui-fg-subtle">
          退回原因 Returned because: {returned}
        </Text>
      )}
      {product.status === "proposed" && <Verdict productId={product.id} />}
    </Container>
  )
}

/** Medusa puts every widget below its own sections; the list of what waits leads here by `#review`. */
function showWhenAsked(widget: HTMLDivElement | null) {
  if (window.location.hash === "#review") widget?.scrollIntoView({ block: "center" })
}

function SellerLine({ seller }: { seller: AdminSeller | null }) {
  if (!seller) return <Text size="small">没有经营主体 Sold by nobody</Text>
  const status = SELLER_STATUS[seller.status]
  return (
    <div className="flex items-start justify-between gap-x-3">
      <div>
        <Text size="small" weight="plus">
          {seller.name_zh}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {seller.name_en}
        </Text>
      </div>
      <StatusBadge color={status.color}>{status.text}</StatusBadge>
    </div>
  )
}

function Verdict({ productId }: { productId: string }) {
  const [reason, setReason] = useState("")
  const [isBusy, setIsBusy] = useState(false)

  const decide = async (body: ReviewProductBody) => {
    setIsBusy(true)
    try {
      const path = `/admin/products/${productId}/review`
      await sdk.client.fetch<AdminReviewResponse>(path, { method: "POST", body })
      // The whole page: Medusa's own status badge beside this would go on saying "proposed".
      window.location.reload()
    } catch (error) {
      toast.error(messageOf(error))
      setIsBusy(false)
    }
  }

  return (
    <div className="flex flex-col gap-y-2">
      <Textarea
        aria-label="退回原因 Reason for returning"
        placeholder="退回原因（退回时必填）Reason, if you return it"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className="flex justify-end gap-x-2">
        <Button
          variant="secondary"
          disabled={isBusy || !reason.trim()}
          onClick={() => void decide({ verdict: "return", reason })}
        >
          退回 Return
        </Button>
        <Button disabled={isBusy} onClick={() => void decide({ verdict: "approve" })}>
          通过并上架 Approve
        </Button>
      </div>
    </div>
  )
}

export const config = defineWidgetConfig({ zone: "product.details.side.before" })

export default ProductSellerWidget
