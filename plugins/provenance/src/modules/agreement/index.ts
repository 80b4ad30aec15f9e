import { Module } from "@medusajs/framework/utils"

import AgreementModuleService from "./service"

export const AGREEMENT_MODULE = "agreement"

export type { AgreementModuleService }
export type * from "./types"

export default Module(AGREEMENT_MODULE, { service: AgreementModuleService })
