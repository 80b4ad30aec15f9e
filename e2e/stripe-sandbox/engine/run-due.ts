/** Runs what happens by itself, in the order of its time. Called before each request. */
import type { Kind, Task, TaskName } from "../state/tables.ts"
import { settleCaptureLater } from "./attempt.ts"
import { expireAuthorization } from "./cancel.ts"
import { closeDispute, openDispute } from "./dispute.ts"
import { landPayout, sendPayout } from "./payout.ts"
import { failRefund, settleRefund } from "./refund.ts"
import type { World } from "./world.ts"

type Run = (world: World, target: string) => void

const runs: Record<TaskName, [kind: Kind, run: Run]> = {
  authorization_expires: ["payment_intent", expireAuthorization],
  capture_settles: ["charge", settleCaptureLater],
  dispute_closes: ["dispute", closeDispute],
  dispute_opens: ["charge", (world, id) => openDispute(world, id)],
  payout_arrives: ["payout", landPayout],
  payout_leaves: ["payout", sendPayout],
  refund_fails: ["refund", (world, id) => failRefund(world, id, "expired_or_canceled_card")],
  refund_settles: ["refund", settleRefund],
}

export function runDue(world: World): void {
  const now = world.clock.now()
  const due = world.store.all("task").filter((task) => task.at <= now)
  for (const task of due.sort((a, b) => a.at - b.at)) {
    world.store.remove("task", task.id)
    runTask(world, task)
  }
  if (due.length > 0) world.store.commit()
}

function runTask(world: World, task: Task): void {
  const [kind, run] = runs[task.name]
  const account = world.store.get(kind, task.target)?.account ?? null
  run({ ...world, account, cause: { id: null, idempotency_key: null } }, task.target)
}
