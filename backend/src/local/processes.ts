import { type ChildProcess, spawn, type SpawnOptions } from "node:child_process"
import { createWriteStream, mkdirSync } from "node:fs"
import { dirname } from "node:path"

import { local } from "./folders.ts"

export type Environment = Record<string, string>

export type CommandOptions = {
  cwd: string
  env: Environment
  /** Show the output as it comes, without Medusa's own log lines; all of it goes to the log. */
  isShown?: boolean
}

const keptCharacters = 1_000_000
const running = new Set<ChildProcess>()

/** Runs a command to its end. @throws Error with the last lines it printed when it fails. */
export async function run(name: string, command: string[], options: CommandOptions): Promise<void> {
  const { code, output } = await finish(name, command, options)
  if (code === 0) return
  throw new Error(`${name} failed (exit ${code}).\n${output.split("\n").slice(-40).join("\n")}`)
}

/** Runs a command to its end and tells its exit code and all that it printed. */
export async function finish(
  name: string,
  command: string[],
  options: CommandOptions,
): Promise<{ code: number | null; output: string }> {
  const { child, output } = launch(name, command, options)
  const code = await exitOf(child)
  return { code, output: output() }
}

/** Starts a server that lives until `stopAll`. @returns its exit and its last lines. */
export function serve(name: string, command: string[], options: CommandOptions): Service {
  const { child, output } = launch(name, command, options)
  const tail = () => output().split("\n").slice(-40).join("\n")
  const kill = () => child.pid !== undefined && signalGroup(child.pid, "SIGKILL")
  return { name, pid: child.pid, exited: exitOf(child), tail, stop: () => stop(child), kill }
}

export type Service = {
  name: string
  pid: number | undefined
  exited: Promise<number | null>
  tail: () => string
  stop: () => Promise<void>
  /** At once and without a word, as a power cut: for tests of what is left then. */
  kill: () => void
}

/** Asks everything that this process started to stop, and waits for it. */
export async function stopAll(): Promise<void> {
  await Promise.all([...running].map(stop))
}

/** Waits until `url` answers, or says with the last lines why `service` ended before that. */
export async function untilAnswers(url: string, service: Service, seconds: number): Promise<void> {
  const deadline = Date.now() + seconds * 1000
  let ended: number | null | undefined
  void service.exited.then((code) => (ended = code))
  while (Date.now() < deadline) {
    if (ended !== undefined) {
      throw new Error(`${service.name} ended (exit ${ended}).\n${service.tail()}`)
    }
    const response = await fetch(url).catch(() => undefined)
    if (response && response.status < 500) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`${service.name} did not answer at ${url} in ${seconds} s.\n${service.tail()}`)
}

/** Resolves on Ctrl-C or `kill`. */
export function untilTold(): Promise<undefined> {
  return new Promise((resolve) => {
    process.once("SIGINT", () => resolve(undefined))
    process.once("SIGTERM", () => resolve(undefined))
  })
}

/** Rejects when a server ends by itself, with its last lines. */
export function untilOneEnds(services: Service[]): Promise<never> {
  return new Promise((_, reject) => {
    for (const service of services) {
      void service.exited.then((code) =>
        reject(new Error(`${service.name} ended (exit ${code}).\n${service.tail()}`)),
      )
    }
  })
}

function launch(name: string, command: string[], options: CommandOptions) {
  const [file = "", ...args] = command
  // Its own process group: Ctrl-C reaches only us, and we stop the others in order.
  const settings: SpawnOptions = { cwd: options.cwd, env: options.env, detached: true }
  const child = spawn(file, args, { ...settings, stdio: ["ignore", "pipe", "pipe"] })
  running.add(child)
  child.once("exit", () => running.delete(child))
  let printed = ""
  const log = createLog(name)
  const keep = (chunk: Buffer) => {
    log.write(chunk)
    if (options.isShown) process.stdout.write(withoutLogLines(chunk.toString()))
    printed = (printed + chunk.toString()).slice(-keptCharacters)
  }
  child.stdout?.on("data", keep)
  child.stderr?.on("data", keep)
  return { child, output: () => printed }
}

/** Medusa logs JSON in production: for the log file, not for the person who waits. */
function withoutLogLines(text: string): string {
  return text.replaceAll(/^\{"level".*\n?/gm, "")
}

function createLog(name: string) {
  const file = `${local}logs/${name.replace(/\W+/g, "-")}.log`
  mkdirSync(dirname(file), { recursive: true })
  return createWriteStream(file)
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    child.once("error", () => resolve(127))
    child.once("exit", (code) => resolve(code))
  })
}

/** Until the whole group is gone: a server that outlives its starter would keep its port. */
async function stop(child: ChildProcess): Promise<void> {
  const { pid } = child
  if (child.exitCode !== null || pid === undefined) return
  signalGroup(pid, "SIGTERM")
  const deadline = Date.now() + 8000
  while (isGroupAlive(pid) && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  signalGroup(pid, "SIGKILL")
}

function isGroupAlive(pid: number): boolean {
  try {
    return process.kill(-pid, 0)
  } catch {
    return false
  }
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal)
  } catch {
    // The group is gone already: that is what was wanted.
  }
}
