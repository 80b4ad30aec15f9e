import { Button, toast, usePrompt } from "@medusajs/ui"
import { useState } from "react"

import type { SellerStatus } from "../../types/http"
import type { AdminSeller } from "../../types/sellers-admin"
import { sdk } from "../lib/sdk"
import { messageOf } from "../lib/use-loaded"

type Decision = { path: "approve" | "suspend" | "reopen"; text: string; consequence: string }

const APPROVE: Decision = {
  path: "approve",
  text: "通过 Approve",
  consequence: "该经营主体可以发布商品并开始销售。It may list goods and sell them.",
}

const DECISION: Record<SellerStatus, Decision> = {
  applied: APPROVE,
  recommended: APPROVE,
  approved: {
    path: "suspend",
    text: "暂停 Suspend",
    consequence:
      "全部商品立即下架，已下的订单照常履行。Its listings leave the store at once; its orders stay.",
  },
  suspended: {
    path: "reopen",
    text: "恢复 Reopen",
    consequence:
      "暂停前在售且未改动的商品重新上架。Listings that were on sale and are unchanged show again.",
  },
}

/** The one decision that is open on a seller, taken after the operator has read what it does. */
export function DecisionButton({
  seller,
  onDecided,
}: {
  seller: AdminSeller
  onDecided: () => void
}) {
  const [isBusy, setIsBusy] = useState(false)
  const ask = usePrompt()
  const { path, text, consequence } = DECISION[seller.status]

  const decide = async () => {
    const isSure = await ask({
      title: `${text}：${seller.name_zh}`,
      description: consequence,
      confirmText: text,
      cancelText: "取消 Cancel",
      variant: path === "suspend" ? "danger" : "confirmation",
    })
    if (!isSure) return
    setIsBusy(true)
    try {
      await sdk.client.fetch(`/admin/sellers/${seller.id}/${path}`, { method: "POST" })
      toast.success(`${seller.name_zh}：${text}`)
      onDecided()
    } catch (error) {
      toast.error(messageOf(error))
    } finally {
      setIsBusy(false)
    }
  }

  return (
    <Button size="small" variant="secondary" disabled={isBusy} onClick={() => void decide()}>
      {text}
    </Button>
  )
}
