const { WorkflowScheduler } = require("@medusajs/framework/orchestration")

// No job runs by the clock in an app test: one that strikes the minute between two lines of a test
// would change what the second line looks at. A spec runs the job that it means, when it means it.
WorkflowScheduler.prototype.scheduleWorkflow = () => Promise.resolve()
