/** The part of busboy 1.6 that the upload of officials' files uses; the package ships no types. */
declare module "busboy" {
  import type { IncomingHttpHeaders } from "node:http"
  import type { Readable, Writable } from "node:stream"

  type Limits = { files?: number; fields?: number; fieldSize?: number }
  type Form = Writable & {
    on(event: "file", listener: (name: string, stream: Readable) => void): Form
    on(event: "close" | "error", listener: () => void): Form
  }

  const busboy: (options: { headers: IncomingHttpHeaders; limits?: Limits }) => Form
  export default busboy
}
