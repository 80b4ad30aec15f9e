import type { MedusaContainer } from "@medusajs/framework/types"
import { uploadFilesWorkflow } from "@medusajs/medusa/core-flows"
import sharp from "sharp"

import { INDUSTRIES } from "../data/industries"
import { PRODUCTS } from "../data/products"
import { readDrawing } from "./files"

const WIDTH = 800

/** URL of each drawing that the story uses, by the name it is asked for. */
export async function uploadPictures(container: MedusaContainer): Promise<Map<string, string>> {
  const asked = new Set([
    ...INDUSTRIES.map(({ art }) => art),
    ...PRODUCTS.flatMap(({ art, more_art }) => [art, ...(more_art ?? [])]),
  ])
  const drawings = [...asked].map((name) => readDrawing(name))
  const files = await Promise.all(drawings.map(async ({ name, svg }) => render(name, svg)))
  const { result } = await uploadFilesWorkflow(container).run({ input: { files } })
  return new Map(drawings.map(({ name }, i) => [name, result[i]!.url]))
}

type UploadFile = {
  filename: string
  mimeType: string
  content: string
  access: "public"
}
/** Drawings stand where a photograph would: rendered once, as a seller's own pictures are. */
async function render(name: string, svg: Buffer): Promise<UploadFile> {
  const picture = await sharp(svg).resize(WIDTH).webp({ quality: 84 }).toBuffer()
  const content = picture.toString("base64")
  return { filename: `${name}.webp`, mimeType: "image/webp", content, access: "public" }
}
