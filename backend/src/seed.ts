import type { ExecArgs } from "@medusajs/framework/types"
import load from "@shangxing/seed"

/** Writes the demo through the plugins' workflows, once. Run by `npm start` with `medusa exec`. */
export default async function seed({ container }: ExecArgs): Promise<void> {
  await load({ container }, (line) => process.stdout.write(`    ${line}\n`))
}
