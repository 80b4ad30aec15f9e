// Runs before `npm start` and `npm test`, on whatever Node the machine has and without any
// package: installs the dependencies when they are missing or older than the lock file.
import { spawnSync } from "node:child_process"
import { existsSync, statSync } from "node:fs"
import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL("../../../", import.meta.url))
const marker = `${root}node_modules/.package-lock.json`
const lock = `${root}package-lock.json`

if (!existsSync(marker) || statSync(marker).mtimeMs < statSync(lock).mtimeMs) {
  console.log("Installing dependencies (about 1 GB; 2 to 4 minutes the first time) …")
  const started = Date.now()
  // Not `npm ci`: that refuses a lock file without the optional packages of other platforms, which
  // not every registry serves. `--no-save` leaves the lock file as it is.
  const command = ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"]
  const { status } = spawnSync("npm", command, {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  })
  if (status !== 0) {
    console.error("The installation failed; what npm says is above. Run the same command again.")
    process.exit(status ?? 1)
  }
  console.log(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`)
}
