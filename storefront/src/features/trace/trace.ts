/**
 * The trace page carries its style with it, so only the accent of its own county is sent: the
 * same inks as tokens.css, light and dark.
 */
const accents: Record<string, [light: string, dark: string]> = {
  apple: ["#a6321f", "#e2796a"],
  pomegranate: ["#9b1b45", "#e0799a"],
  potato: ["#7d5a1e", "#d3ac68"],
  chicken: ["#6b4423", "#cf9f78"],
  orange: ["#a94e00", "#eb9a55"],
  pepper: ["#3f6325", "#9cc27c"],
  walnut: ["#5f4a36", "#c9ae92"],
  almond: ["#855a3c", "#d9ab8a"],
  melon: ["#7a6a00", "#d2c25a"],
  jujube: ["#7c2a1c", "#de8a78"],
  pear: ["#7d6400", "#d6bd5c"],
}

/** The rules that set `--accent` for a county industry's accent name. */
export function accentRules(name: string): string {
  const [light, dark] = accents[name] ?? ["#a6321f", "#e2796a"]
  return `:root{--accent:${light}}@media(prefers-color-scheme:dark){:root{--accent:${dark}}}`
}

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
