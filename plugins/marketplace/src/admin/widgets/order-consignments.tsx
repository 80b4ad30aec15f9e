import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminOrder, DetailWidgetProps } from "@medusajs/framework/types"
import { Container, Heading, StatusBadge, Table, Text } from "@medusajs/ui"

import type { AdminConsignment, AdminOrderConsignmentsResponse } from "../../types/http"
import { CONSIGNMENT_STATUS, yuan } from "../lib/labels"
import { sdk } from "../lib/sdk"
import { useLoaded } from "../lib/use-loaded"

/** An order's consignments: what each seller sends, earns, and has been paid and paid back. */
const OrderConsignmentsWidget = ({ data }: DetailWidgetProps<AdminOrder>) => {
  const { value, error } = useLoaded(
    () => sdk.client.fetch<AdminOrderConsignmentsResponse>(`/admin/orders/${data.id}/consignments`),
    [data.id],
  )
  return (
    <Container className="flex flex-col gap-y-3">
      <Heading level="h2">子订单 Consignments</Heading>
      {error && <Text className="text-ui-fg-error">{error}</Text>}
      {value && <Consignments rows={value.consignments} />}
    </Container>
  )
}

function Consignments({ rows }: { rows: AdminConsignment[] }) {
  if (!rows.length) return <Text size="small">该订单没有子订单 None</Text>
  return (
    <Table>
      <Table.Header>
        <Table.Row>
          <Table.HeaderCell>经营主体 Seller</Table.HeaderCell>
          <Table.HeaderCell>状态 Status</Table.HeaderCell>
          <Table.HeaderCell className="text-right">合计 Total</Table.HeaderCell>
          <Table.HeaderCell className="text-right">佣金 Commission</Table.HeaderCell>
          <Table.HeaderCell className="text-right">
            已收 / 已退 Captured / refunded
          </Table.HeaderCell>
        </Table.Row>
      </Table.Header>
      <Table.Body>
        {rows.map((row) => (
          <Table.Row key={row.id}>
            <Table.Cell>{row.seller_name_zh}</Table.Cell>
            <Table.Cell>
              <StatusBadge color={CONSIGNMENT_STATUS[row.status].color}>
                {CONSIGNMENT_STATUS[row.status].text}
              </StatusBadge>
              {row.tracking_number && (
                <Text size="xsmall" className="text-ui-fg-subtle">
                  {row.carrier} {row.tracking_number}
                </Text>
              )}
            </Table.Cell>
            <Table.Cell className="text-right">{yuan(row.total_fen)}</Table.Cell>
            <Table.Cell className="text-right">{yuan(row.commission_fen)}</Table.Cell>
            <Table.Cell className="text-right">
              {yuan(row.captured_fen)} / {yuan(row.refunded_fen)}
            </Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  )
}

export const config = defineWidgetConfig({ zone: "order.details.after" })

export default OrderConsignmentsWidget
