type Utils = { waitWorkflowExecutions: () => Promise<void> }

/** In-process events follow the answer: asks until it holds, and says so when it never does. */
export async function eventually(utils: Utils, holds: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 400; i++) {
    await utils.waitWorkflowExecutions()
    if (await holds()) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new RangeError("What was waited for never happened.")
}
