import Medusa from "@medusajs/js-sdk"

/** The admin talks to the server it was loaded from, with its own session. */
export const sdk = new Medusa({ baseUrl: "/", auth: { type: "session" } })
