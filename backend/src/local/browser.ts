import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"

const known = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]

/**
 * A Chromium for the browser tests: one of the system's; else Playwright's own, downloaded; else
 * Debian's package when we may install it. @throws Error that says what to install.
 */
export function findBrowser(): string | undefined {
  const given = process.env.CHROMIUM_PATH
  const found = [given, ...known].find((path) => path !== undefined && existsSync(path))
  if (found) return found
  if (succeeds("playwright", ["install", "chromium"])) return undefined
  if (process.getuid?.() === 0 && installDebian()) return "/usr/bin/chromium"
  throw new Error(
    "The browser tests need Chromium: install it (Debian: apt-get install chromium fonts-noto-cjk)\n" +
      "or say where it is with CHROMIUM_PATH.",
  )
}

function installDebian(): boolean {
  return (
    succeeds("apt-get", ["update", "-qq"]) &&
    succeeds("apt-get", [
      "install",
      "-y",
      "-qq",
      "--no-install-recommends",
      "chromium",
      "fonts-noto-cjk",
    ])
  )
}

function succeeds(command: string, args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" }
  return spawnSync(command, args, { stdio: "ignore", env }).status === 0
}
