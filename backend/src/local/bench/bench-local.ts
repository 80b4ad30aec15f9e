// Imported first: what the benches prepare lies in a folder of its own and is kept for the next.
import { fileURLToPath } from "node:url"

process.env.SHANGXING_LOCAL ??= fileURLToPath(
  new URL("../../../../.local/bench/stack/", import.meta.url),
)
