import { fileURLToPath } from "node:url"

/** Where things lie. `local` holds what one machine keeps between starts; git ignores it. */
export const root = fileURLToPath(new URL("../../../", import.meta.url))
export const backend = `${root}backend/`
export const backendBuild = `${backend}.medusa/server/`
export const storefront = `${root}storefront/`
export const local = process.env.SHANGXING_LOCAL ?? `${root}.local/`
