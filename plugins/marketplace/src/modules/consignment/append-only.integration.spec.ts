import { moduleIntegrationTestRunner } from "@medusajs/test-utils"

import { CONSIGNMENT_MODULE } from "."
import type ConsignmentModuleService from "./service"

jest.setTimeout(60_000)

moduleIntegrationTestRunner<ConsignmentModuleService>({
  moduleName: CONSIGNMENT_MODULE,
  resolve: __dirname,
  // The real migrations, not a schema guessed from the models: the trigger lives only there.
  pathToMigrations: `${__dirname}/migrations`,
  testSuite: ({ service, MikroOrmWrapper }) => {
    describe("payment_allocation table", () => {
      it.each([
        "update payment_allocation set amount_fen = 1",
        "update payment_allocation set deleted_at = now()",
        "delete from payment_allocation",
      ])("refuses %s", async (sql) => {
        await service.createPaymentAllocations({
          order_id: "order_1",
          consignment_id: "cons_1",
          kind: "due",
          source_id: "pay_col_1",
          amount_fen: 100,
          cumulative_fen: 100,
        })
        await expect(MikroOrmWrapper.forkManager().execute(sql)).rejects.toThrow(/append-only/)
      })
    })
  },
})
