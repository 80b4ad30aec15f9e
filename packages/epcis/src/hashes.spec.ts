import { readFileSync } from "node:fs"

import { eventsOf } from "./document.ts"
import { eventHash } from "./event-hash.ts"
import { parseJson } from "./json.ts"
import published from "../vectors/hashes.json"

/** Public vectors (vectors/README.md): documents and the hashes their publisher gives for them. */
describe("published vectors of the CBV 2.0 event hash", () => {
  it.each(Object.entries(published))("%s", (name, hashes) => {
    const text = readFileSync(`${__dirname}/../vectors/${name}.jsonld`, "utf8")
    const computed = eventsOf(parseJson(text)).map(({ event, context }) =>
      eventHash(event, context),
    )
    expect(computed).toEqual(hashes.map((hash) => `ni:///sha-256;${hash}?ver=CBV2.0`))
  })
})
