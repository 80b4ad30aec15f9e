const longestSide = 1600
/** What is this small already goes as it is. */
const smallBytes = 400_000

/**
 * A photo no larger than the shop keeps it: a phone's 6 MB become some 400 kB before they cross a
 * weak network. What the browser cannot read goes as it is; the backend has the last word.
 */
export async function shrink(file: File): Promise<File> {
  if (file.size <= smallBytes) return file
  try {
    const picture = await createImageBitmap(file)
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height))
    const canvas = document.createElement("canvas")
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", 0.86))
    const name = file.name.replace(/\.\w+$/, ".jpg")
    return blob && blob.size < file.size ? new File([blob], name, { type: "image/jpeg" }) : file
  } catch {
    return file
  }
}
