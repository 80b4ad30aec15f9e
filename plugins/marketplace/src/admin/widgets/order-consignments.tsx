import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminOrder, DetailWidgetProps } from "@medusajs/framework/types"
import { Container, Heading, StatusBadge, Table, Text } from "@medusajs/ui"

import type { AdminConsignment, AdminOrderConsignmentsResponse } from "../../types/sellers-admin"
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
    <Container className="p-0">
      <div className="px-6 py-4">
        <Heading level="h2">子订单 Consignments</Heading>
        {error && <Text className="text-ui-fg-error">{error}</Text>}
        {value?.consignments.length === 0 && <Text size="small">该订单没有子订单 None</Text>}
      </div>
      {!!value?.consignments.length && <Consignments rows={value.consignments} />}
    </Container>
  )
}

function Consignments({ rows }: { rows: AdminConsignment[] }) {
  return (
    <Table>
      <Table.Header>
        <Table.Row>
          <Table.HeaderCell>经营主体 Seller</Table.HeaderCell>
          <Table.HeaderCell>状态 Status</Table.HeaderCell>
          <AmountHeader zh="合计" en="Total" />
          <AmountHeader zh="佣金" en="Commission" />
          <AmountHeader zh="佣金的税" en="Tax on commission" />
          <AmountHeader zh="已收" en="Captured" />
          <AmountHeader zh="已退" en="Refunded" />
        </Table.Row>
      </Table.Header>
      <Table.Body>
        {rows.map((row) => (
          <ConsignmentRow key={row.id} row={row} />
        ))}
      </Table.Body>
    </Table>
  )
}

function AmountHeader({ zh, en }: { zh: string; en: string }) {
  return (
    <Table.HeaderCell className="text-right">
      {zh}
      <br />
      {en}
    </Table.HeaderCell>
  )
}

function ConsignmentRow({ row }: { row: AdminConsignment }) {
  const status = CONSIGNMENT_STATUS[row.status]
  return (
    <Table.Row>
      <Table.Cell className="py-3">{row.seller_name_zh}</Table.Cell>
      <Table.Cell className="py-3">
        <StatusBadge color={status.color}>{status.text}</StatusBadge>
        {row.tracking_number && (
          <Text size="xsmall" className="text-ui-fg-subtle mt-1">
            {row.carrier} {row.tracking_number}
          </Text>
        )}
      </Table.Cell>
      <Amount fen={row.total_fen} />
      <Amount fen={row.commission_fen} />
      <Amount fen={row.commission_tax_fen} />
      <Amount fen={row.captured_fen} />
      <Amount fen={row.refunded_fen} />
    </Table.Row>
  )
}

function Amount({ fen }: { fen: number }) {
  return (
    <Table.Cell className="whitespace-nowrap py-3 text-right tabular-nums">{yuan(fen)}</Table.Cell>
  )
}

export const config = defineWidgetConfig({ zone: "order.details.after" })

export default OrderConsignmentsWidget
