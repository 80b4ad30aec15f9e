import { Module } from "@medusajs/framework/utils"

import DivisionModuleService from "./service"

export const DIVISION_MODULE = "division"

export type { DivisionModuleService }
export type * from "./types"

export default Module(DIVISION_MODULE, { service: DivisionModuleService })
