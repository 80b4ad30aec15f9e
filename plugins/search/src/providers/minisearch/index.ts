import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { MiniSearchProviderService } from "./service"

export * from "./service"

export default ModuleProvider(Modules.SEARCH, { services: [MiniSearchProviderService] })
