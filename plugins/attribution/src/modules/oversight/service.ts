import { MedusaService } from "@medusajs/framework/utils"

import { Official } from "./models/official"

/** Officials and their divisions. */
class OversightModuleService extends MedusaService({ Official }) {}

export default OversightModuleService
