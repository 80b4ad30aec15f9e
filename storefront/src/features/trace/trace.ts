/** Styles as they are sent: the file is written to be read, the page to be small. */
export function minified(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\s+/g, " ")
    .replace(/\s*([{};,>])\s*/g, "$1")
    .replace(/:\s+/g, ":")
    .replace(/;}/g, "}")
    .trim()
}

/**
 * Only drawings are small enough for this page: a seller's photograph of hundreds of kilobytes
 * would spend the page's budget ten times over, so the slip then stands without a picture.
 */
export function smallPicture(url: string | null): string | null {
  return url && /\.svg(\?|$)/.test(url) ? url : null
}
