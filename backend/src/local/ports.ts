import { createServer } from "node:net"

/** The wanted port when it is free on this machine, else the next free one above it. */
export async function freePort(wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + 100; port++) {
    if (await isFree(port)) return port
  }
  throw new Error(`No free port from ${wanted} to ${wanted + 99}.`)
}

/** @throws Error that says how to go on when somebody else listens on `port`. */
export async function assertFree(port: number, name: string, variable: string): Promise<void> {
  if (await isFree(port)) return
  throw new Error(
    `Port ${port} (${name}) is in use, perhaps by another copy of Shangxing.\n` +
      `Stop that one, or choose another port: ${variable}=${port + 1} npm start`,
  )
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once("error", () => resolve(false))
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)))
  })
}
