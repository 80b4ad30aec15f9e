import { defineRouteConfig } from "@medusajs/admin-sdk"
import { BuildingStorefront } from "@medusajs/icons"
import { Button, Container, Heading, StatusBadge, Table, Text, toast } from "@medusajs/ui"
import { useState } from "react"

import type { AdminSeller, AdminSellersResponse, SellerStatus } from "../../../types/http"
import { SELLER_KIND, SELLER_STATUS } from "../../lib/labels"
import { sdk } from "../../lib/sdk"
import { messageOf, useLoaded } from "../../lib/use-loaded"

const PAGE_SIZE = 20

/** All sellers, with the operator's decision on each: approve, suspend, reopen. */
const SellersPage = () => {
  const [offset, setOffset] = useState(0)
  const { value, error, reload } = useLoaded(
    () =>
      sdk.client.fetch<AdminSellersResponse>("/admin/sellers", {
        query: { limit: PAGE_SIZE, offset },
      }),
    [offset],
  )
  return (
    <Container className="p-0">
      <div className="px-6 py-4">
        <Heading>经营主体 Sellers</Heading>
        {error && <Text className="text-ui-fg-error">{error}</Text>}
      </div>
      {value && (
        <>
          <Sellers sellers={value.sellers} onDecided={reload} />
          <Table.Pagination
            count={value.count}
            pageSize={PAGE_SIZE}
            pageIndex={offset / PAGE_SIZE}
            pageCount={Math.max(1, Math.ceil(value.count / PAGE_SIZE))}
            canPreviousPage={offset > 0}
            canNextPage={offset + PAGE_SIZE < value.count}
            previousPage={() => setOffset(offset - PAGE_SIZE)}
            nextPage={() => setOffset(offset + PAGE_SIZE)}
            translations={{ of: "/", results: "条", pages: "页", prev: "上一页", next: "下一页" }}
          />
        </>
      )}
    </Container>
  )
}

function Sellers({ sellers, onDecided }: { sellers: AdminSeller[]; onDecided: () => void }) {
  return (
    <Table>
      <Table.Header>
        <Table.Row>
          <Table.HeaderCell>名称 Name</Table.HeaderCell>
          <Table.HeaderCell>类型 Kind</Table.HeaderCell>
          <Table.HeaderCell>区划 County</Table.HeaderCell>
          <Table.HeaderCell>状态 Status</Table.HeaderCell>
          <Table.HeaderCell />
        </Table.Row>
      </Table.Header>
      <Table.Body>
        {sellers.map((seller) => (
          <Table.Row key={seller.id}>
            <Table.Cell>
              {seller.name_zh}
              <Text size="xsmall" className="text-ui-fg-subtle">
                {seller.name_en}
              </Text>
            </Table.Cell>
            <Table.Cell>{SELLER_KIND[seller.kind]}</Table.Cell>
            <Table.Cell>{seller.county_code}</Table.Cell>
            <Table.Cell>
              <StatusBadge color={SELLER_STATUS[seller.status].color}>
                {SELLER_STATUS[seller.status].text}
              </StatusBadge>
            </Table.Cell>
            <Table.Cell className="text-right">
              <DecisionButton seller={seller} onDecided={onDecided} />
            </Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  )
}

type Decision = "approve" | "suspend" | "reopen"

const DECISION: Record<SellerStatus, { decision: Decision; text: string }> = {
  applied: { decision: "approve", text: "通过 Approve" },
  recommended: { decision: "approve", text: "通过 Approve" },
  approved: { decision: "suspend", text: "暂停 Suspend" },
  suspended: { decision: "reopen", text: "恢复 Reopen" },
}

function DecisionButton({ seller, onDecided }: { seller: AdminSeller; onDecided: () => void }) {
  const [isBusy, setIsBusy] = useState(false)
  const { decision, text } = DECISION[seller.status]

  const decide = async () => {
    setIsBusy(true)
    try {
      await sdk.client.fetch(`/admin/sellers/${seller.id}/${decision}`, { method: "POST" })
      toast.success(`${seller.name_zh}：${text}`)
      onDecided()
    } catch (error) {
      toast.error(messageOf(error))
    } finally {
      setIsBusy(false)
    }
  }

  return (
    <Button
      size="small"
      variant={decision === "suspend" ? "danger" : "secondary"}
      disabled={isBusy}
      onClick={() => void decide()}
    >
      {text}
    </Button>
  )
}

export const config = defineRouteConfig({ label: "经营主体", icon: BuildingStorefront })

export default SellersPage
