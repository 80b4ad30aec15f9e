import { Module } from "@medusajs/framework/utils"

import TraceModuleService from "./service"

export const TRACE_MODULE = "trace"

export type { TraceModuleService }
export type * from "./types"

export default Module(TRACE_MODULE, { service: TraceModuleService })
