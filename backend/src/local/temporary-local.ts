// Imported first by the tests: what they keep lies in a folder of their own, never in `.local`.
import { chmodSync, mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"

const folder = mkdtempSync(`${tmpdir()}/shangxing-test-`)
// As root, PostgreSQL runs as user `postgres`, who must be able to pass through.
chmodSync(folder, 0o755)
process.env.SHANGXING_LOCAL = `${folder}/`
