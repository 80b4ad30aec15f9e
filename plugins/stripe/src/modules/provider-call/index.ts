import { Module } from "@medusajs/framework/utils"

import ProviderCallModuleService from "./service"

export const PROVIDER_CALL_MODULE = "provider_call"

export default Module(PROVIDER_CALL_MODULE, { service: ProviderCallModuleService })
