import { dayTime } from "../../lib/labels"
import { sdk } from "../../lib/sdk"
import { useLoaded } from "../../lib/use-loaded"
import { ActButton } from "./act-button"
import { Listing } from "./listing"

/** What is shown of `GET /admin/stripe/events`: another plugin's route, so over HTTP alone. */
type DeadLetter = {
  id: string
  type: string
  attempts: number
  occurred_at: string
  last_error: string | null
}

/** The provider's events that were tried twelve times in vain; each can be tried anew. */
export function DeadLetters() {
  const { value, error, reload } = useLoaded(
    () =>
      sdk.client.fetch<{ events: DeadLetter[] }>("/admin/stripe/events", {
        query: { status: "dead", limit: 20 },
      }),
    [],
  )
  return (
    <Listing
      title="未处理的 Stripe 通知 Dead letters"
      lead="多次重试都没有成功。排除原因后点「重放」，不会重复记账。Replaying books nothing twice."
      rows={value?.events}
      error={error}
      columns={[
        { title: "时间 Time", cell: (row) => dayTime(row.occurred_at) },
        { title: "通知 Event", cell: (row) => row.type },
        { title: "次数 Tries", cell: (row) => row.attempts },
        { title: "原因 Reason", cell: (row) => row.last_error ?? "" },
        {
          title: "操作 Action",
          cell: (row) => (
            <ActButton
              path={`/admin/stripe/events/${row.id}/replay`}
              text="重放 Replay"
              onDone={reload}
            />
          ),
        },
      ]}
    />
  )
}
