import type { MedusaContainer } from "@medusajs/framework/types"
import { uploadFilesWorkflow } from "@medusajs/medusa/core-flows"

import { INDUSTRIES } from "../data/industries"
import { PRODUCTS } from "../data/products"
import { getOrThrow } from "./collections"
import { readDrawing } from "./files"

const WIDTH = 800

/** What stands in for a drawing that is not there. */
const BASE_DRAWING: Record<string, string> = {
  "chicken-dressed": "chicken",
  eggs: "chicken",
  "potato-red": "potato",
  "potato-chips": "potato",
  "potato-noodle": "potato",
  "pomegranate-box": "pomegranate",
  "pomegranate-juice": "pomegranate",
  "orange-box": "orange",
  "orange-marmalade": "orange",
  "pepper-dried": "pepper",
  "pepper-oil": "pepper",
  "walnut-kernel": "walnut",
  "walnut-oil": "walnut",
  "almond-shelled": "almond",
  "almond-milk": "almond",
  "melon-slice": "melon",
  "melon-dried": "melon",
  "apple-aksu-box": "apple-aksu",
  "apple-vinegar": "apple-juice",
}

/** URL of each drawing that the story uses, by the name it is asked for. */
export async function uploadPictures(container: MedusaContainer): Promise<Map<string, string>> {
  const asked = new Set([
    ...INDUSTRIES.map(({ art }) => art),
    ...PRODUCTS.flatMap(({ art, more_art }) => [art, ...(more_art ?? [])]),
  ])
  const drawings = [...asked].map((name) => ({
    asked: name,
    ...readDrawing(name, BASE_DRAWING[name] ?? name),
  }))
  const render = await renderer()
  const unique = [...new Map(drawings.map((drawing) => [drawing.name, drawing])).values()]
  const files = await Promise.all(unique.map(async ({ name, svg }) => render(name, svg)))
  const { result } = await uploadFilesWorkflow(container).run({ input: { files } })
  const urls = new Map(unique.map(({ name }, i) => [name, result[i]?.url ?? ""]))
  return new Map(
    drawings.map(({ asked: name, ...drawing }) => [
      name,
      getOrThrow(urls, drawing.name, "picture"),
    ]),
  )
}

type UploadFile = {
  filename: string
  mimeType: string
  content: string
  access: "public"
}
type Render = (name: string, svg: Buffer) => Promise<UploadFile>

/** WebP where sharp can be loaded; a machine without its binary gets the drawing as it is. */
async function renderer(): Promise<Render> {
  const sharp = await import("sharp").then(
    (module) => module.default,
    () => null,
  )
  return async (name, svg) => {
    const picture = sharp ? await sharp(svg).resize(WIDTH).webp({ quality: 84 }).toBuffer() : svg
    const type = sharp
      ? { filename: `${name}.webp`, mimeType: "image/webp" }
      : {
          filename: `${name}.svg`,
          mimeType: "image/svg+xml",
        }
    return { ...type, content: picture.toString("base64"), access: "public" }
  }
}
