import { Container, Heading, Table, Text } from "@medusajs/ui"
import type { ReactNode } from "react"

export type Column<Row> = { title: string; cell: (row: Row) => ReactNode }

/** A titled table of rows, with a word for none and the server's own words for an error. */
export function Listing<Row extends { id: string }>({
  title,
  lead,
  rows,
  error,
  columns,
  action,
}: {
  title: string
  lead?: string
  rows?: Row[]
  error?: string
  columns: Column<Row>[]
  action?: ReactNode
}) {
  return (
    <Container className="p-0">
      <div className="flex items-center justify-between gap-x-4 px-6 py-4">
        <div>
          <Heading level="h2">{title}</Heading>
          {lead && (
            <Text size="small" className="text-ui-fg-subtle">
              {lead}
            </Text>
          )}
        </div>
        {action}
      </div>
      {error && <Text className="text-ui-fg-error px-6 pb-4">{error}</Text>}
      {rows?.length === 0 && <Text className="text-ui-fg-subtle px-6 pb-4">没有 None</Text>}
      {rows && rows.length > 0 && (
        <div className="overflow-x-auto">
          <Table>
            <Table.Header>
              <Table.Row>
                {columns.map(({ title }) => (
                  <Table.HeaderCell key={title}>{title}</Table.HeaderCell>
                ))}
              </Table.Row>
            </Table.Header>
            <Table.Body>
              {rows.map((row) => (
                <Table.Row key={row.id}>
                  {columns.map(({ title, cell }) => (
                    <Table.Cell key={title}>{cell(row)}</Table.Cell>
                  ))}
                </Table.Row>
              ))}
            </Table.Body>
          </Table>
        </div>
      )}
    </Container>
  )
}
