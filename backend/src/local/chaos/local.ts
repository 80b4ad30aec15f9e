// Imported first: what the chaos run prepares lies in a folder of its own and is kept for the next.
import { fileURLToPath } from "node:url"

process.env.SHANGXING_LOCAL ??= fileURLToPath(new URL("../../../../.local/chaos/", import.meta.url))
