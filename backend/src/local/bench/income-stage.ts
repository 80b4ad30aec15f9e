import type receiptService from "@shangxing/attribution/modules/receipt/service"

import { openModules, type ModuleStage } from "./module-stage.ts"

export type IncomeStage = Pick<ModuleStage, "run" | "close"> & { service: receiptService.default }

/** The receipts with what they are compared with, agreements and households. */
export async function openIncome(): Promise<IncomeStage> {
  const modules = {
    receipt: "@shangxing/attribution/modules/receipt",
    agreement: "@shangxing/provenance/modules/agreement",
    registry: "@shangxing/provenance/modules/registry",
  }
  const more = ["maintenance_work_mem=512MB", "autovacuum=off"]
  const { services, ...stage } = await openModules("income", modules, more)
  // The app knows its modules by name only.
  return { ...stage, service: services["receipt"] as receiptService.default }
}
