import type { AdminProduct } from "@medusajs/framework/types"
import { Container, Heading, Table, Text } from "@medusajs/ui"

import type { AdminSeller } from "../../types/sellers-admin"
import { sdk } from "../lib/sdk"
import { useLoaded } from "../lib/use-loaded"

type Proposed = AdminProduct & { seller?: AdminSeller | null }

const MOST = 50

/** What waits for the operator's verdict, the longest-waiting first; nothing when nothing does. */
export function ProposedListings() {
  const { value, error } = useLoaded(async () => {
    const query = { status: ["proposed" as const], fields: "id,title,thumbnail,*seller" }
    return await sdk.admin.product.list({ ...query, order: "updated_at", limit: MOST })
  }, [])
  if (error) return <Text className="text-ui-fg-error px-6">{error}</Text>
  if (!value?.count) return null
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h2">待审核商品 Waiting for review · {value.count}</Heading>
      </div>
      <Table>
        <Table.Body>
          {(value.products as Proposed[]).map((product) => (
            <ProposedRow key={product.id} product={product} />
          ))}
        </Table.Body>
      </Table>
    </Container>
  )
}

function ProposedRow({ product }: { product: Proposed }) {
  return (
    <Table.Row>
      <Table.Cell className="w-16 py-2">
        {product.thumbnail && (
          <img
            src={product.thumbnail}
            alt=""
            className="size-10 max-w-none rounded-md object-cover"
          />
        )}
      </Table.Cell>
      <Table.Cell>{product.title}</Table.Cell>
      <Table.Cell>{product.seller?.name_zh ?? "—"}</Table.Cell>
      <Table.Cell className="text-right">
        {/* Relative to `sellers`: the admin may be served under another path than /app. */}
        <a href={`products/${product.id}#review`} className="text-ui-fg-interactive">
          去审核 Review
        </a>
      </Table.Cell>
    </Table.Row>
  )
}
