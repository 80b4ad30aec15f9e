const { WorkflowScheduler } = require("@medusajs/framework/orchestration")

// No job runs by the clock in an app test: one that strikes the minute between two lines of a test
// would change what the second line looks at. A spec runs the job that it means, when it means it.
WorkflowScheduler.prototype.scheduleWorkflow = () => Promise.resolve()

const DAY_MS = 86_400_000
const SHANGHAI_OFFSET_MS = 8 * 3_600_000
/** Longer than a spec takes, from its start, on a machine that does much else. */
const SPEC_MS = 6 * 60_000

/**
 * A spec sells "today" and asks what was sold "this month": one that a day's end in Shanghai divides
 * would ask for another month. It begins after that end instead.
 */
module.exports = async () => {
  const leftMs = DAY_MS - ((Date.now() + SHANGHAI_OFFSET_MS) % DAY_MS)
  if (leftMs > SPEC_MS) return
  process.stderr.write(
    `The day ends in Shanghai in ${Math.ceil(leftMs / 1000)} s: waiting for it.\n`,
  )
  await new Promise((resolve) => setTimeout(resolve, leftMs + 1000))
}
