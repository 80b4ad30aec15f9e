import { isSharedConnectionSymbol } from "@medusajs/framework/utils"
import { initModules } from "@medusajs/test-utils"

import { SANDBOX_OPTIONS } from "./sandbox"

/** A further module of this plugin on the suite's database, which has all migrations. */
export async function startModule<Service>(
  name: string,
  folder: string,
  database: { schema: string; clientUrl: string },
): Promise<{ service: Service; shutdown: () => Promise<void> }> {
  const started: { medusaApp: unknown; shutdown: () => Promise<void> } = await initModules({
    databaseConfig: database,
    modulesConfig: {
      [name]: {
        resolve: folder,
        options: { database, ...SANDBOX_OPTIONS, [isSharedConnectionSymbol]: true },
      },
    },
  })
  // The module was started by this name.
  const { modules } = started.medusaApp as { modules: Record<string, unknown> }
  return { service: modules[name] as Service, shutdown: started.shutdown }
}
