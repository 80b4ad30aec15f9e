import { existsSync, type FSWatcher, readdirSync, statSync, watch } from "node:fs"

import { root } from "./folders.ts"

/** So long nothing may change before it is built: an editor saves several files at once. */
const quietMs = 300

/**
 * Calls `build` after changes in the `src` of the workspaces in `folders`, with the files that changed.
 * One build at a time; what changes meanwhile is built next. A build that fails says why, and the next
 * change tries again.
 *
 * @returns ends the watching
 */
export function watchSources(
  folders: string[],
  build: (files: string[]) => Promise<void>,
): () => void {
  const changed = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let isBuilding = false

  async function buildAll(): Promise<void> {
    if (isBuilding) return
    isBuilding = true
    while (changed.size > 0) {
      const files = [...changed]
      changed.clear()
      await build(files).catch((error: unknown) => {
        process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`)
      })
    }
    isBuilding = false
  }

  const unwatch = watchTree(sourcesIn(folders), (file) => {
    // Specs and an editor's own files change nothing that runs.
    if (!/\.(tsx?|json)$/.test(file) || file.endsWith(".spec.ts")) return
    changed.add(file)
    clearTimeout(timer)
    timer = setTimeout(() => void buildAll(), quietMs)
  })
  return () => {
    clearTimeout(timer)
    unwatch()
  }
}

/**
 * Watches each folder by itself: Node's own recursive watching on Linux loses a file that an editor
 * replaces by a new one.
 */
function watchTree(folders: string[], onChange: (file: string) => void): () => void {
  const watchers = new Map<string, FSWatcher>()
  const drop = (folder: string) => {
    for (const [watched, watcher] of watchers) {
      if (watched !== folder && !watched.startsWith(`${folder}/`)) continue
      watcher.close()
      watchers.delete(watched)
    }
  }
  const add = (folder: string, onFound: (file: string) => void) => {
    const watcher = watch(root + folder, (event, name) => {
      const path = `${folder}/${name ?? ""}`
      // What came or went; what comes back under a name is another folder, to be watched anew.
      if (event === "rename") drop(path)
      if (!isFolder(path)) onChange(path)
      else if (!watchers.has(path)) add(path, onChange)
    })
    watcher.on("error", () => drop(folder))
    watchers.set(folder, watcher)
    for (const entry of readdirSync(root + folder, { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory()) add(path, onFound)
      else onFound(path)
    }
  }
  for (const folder of folders) add(folder, () => undefined)
  return () => {
    for (const watcher of watchers.values()) watcher.close()
  }
}

function isFolder(path: string): boolean {
  return statSync(root + path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

function sourcesIn(folders: string[]): string[] {
  return folders
    .flatMap((folder) => readdirSync(root + folder).map((name) => `${folder}/${name}/src`))
    .filter((source) => existsSync(root + source))
}
