import { defineRouteConfig } from "@medusajs/admin-sdk"
import { BuildingStorefront } from "@medusajs/icons"
import { Container, Heading, Select, StatusBadge, Table, Text } from "@medusajs/ui"
import { useState } from "react"

import type { SellerStatus } from "../../../types/http"
import type { AdminSeller, AdminSellersResponse } from "../../../types/sellers-admin"
import { DecisionButton } from "../../components/decision-button"
import { ProposedListings } from "../../components/proposed-listings"
import { SELLER_KIND, SELLER_STATUS } from "../../lib/labels"
import { sdk } from "../../lib/sdk"
import { useLoaded } from "../../lib/use-loaded"

const PAGE_SIZE = 20

type Shown = SellerStatus | "all"

/** What waits for review, and all sellers with the decision that is open on each. */
const SellersPage = () => {
  const [offset, setOffset] = useState(0)
  const [shown, setShown] = useState<Shown>("all")
  const { value, error, reload } = useLoaded(
    () =>
      sdk.client.fetch<AdminSellersResponse>("/admin/sellers", {
        query: { limit: PAGE_SIZE, offset, ...(shown !== "all" && { status: shown }) },
      }),
    [offset, shown],
  )
  return (
    <div className="flex flex-col gap-y-3">
      <ProposedListings />
      <Container className="p-0">
        <div className="flex items-center justify-between px-6 py-4">
          <Heading>经营主体 Sellers</Heading>
          <StatusFilter
            shown={shown}
            onChange={(status) => {
              setShown(status)
              setOffset(0)
            }}
          />
        </div>
        {error && <Text className="text-ui-fg-error px-6 pb-4">{error}</Text>}
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
    </div>
  )
}

function StatusFilter({ shown, onChange }: { shown: Shown; onChange: (shown: Shown) => void }) {
  return (
    <div className="w-56">
      <Select size="small" value={shown} onValueChange={(status) => onChange(status as Shown)}>
        <Select.Trigger aria-label="状态 Status">
          <Select.Value />
        </Select.Trigger>
        <Select.Content>
          <Select.Item value="all">全部状态 All</Select.Item>
          {Object.entries(SELLER_STATUS).map(([status, { text }]) => (
            <Select.Item key={status} value={status}>
              {text}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
    </div>
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

export const config = defineRouteConfig({ label: "经营主体", icon: BuildingStorefront })

export default SellersPage
