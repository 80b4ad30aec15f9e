import { randomInt } from "node:crypto"

const letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

const word = (length: number) =>
  Array.from({ length }, () => letters[randomInt(letters.length)]).join("")

/** A new id such as `pi_3SandboxAbc…`: recognisable in a log as not Stripe's own. */
export const newId = (prefix: string) => `${prefix}_Sbx${word(21)}`

/** The secret part of a client secret. */
export const newSecret = () => word(25)
