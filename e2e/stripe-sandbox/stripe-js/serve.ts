/**
 * The script that a browser loads in place of `https://js.stripe.com/…/stripe.js`: the files beside
 * this one, without their types, in one scope. They import only from each other.
 */
import { readFileSync } from "node:fs"
import { stripTypeScriptTypes } from "node:module"

const parts = ["words", "card", "element", "stripe"]

function partOf(name: string): string {
  const source = readFileSync(new URL(`./${name}.ts`, import.meta.url), "utf8")
  return stripTypeScriptTypes(source)
    .replace(/^import[^"]*"\.[^"]*"$/gm, "")
    .replace(/^export /gm, "")
}

let script: string | null = null

/** `window.Stripe`, over the API of the sandbox that the script was loaded from. */
export function stripeScript(): string {
  script ??= `/* Simulated Stripe.js of the sandbox: test cards only, no money moves. */
(() => {
const base = new URL(document.currentScript.src).origin
${parts.map(partOf).join("\n")}
window.Stripe = (key, options) => stripeFor(base, key, options)
window.Stripe.version = "sandbox"
})()
`
  return script
}
