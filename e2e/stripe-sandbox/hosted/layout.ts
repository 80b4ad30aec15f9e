import { type Language, words } from "./words.ts"

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
}

export const escape = (text: string) => text.replace(/[&<>"']/g, (mark) => escapes[mark] ?? mark)

export interface Choice {
  value: string
  label: string
  isPrimary?: boolean
}

interface Page {
  language: Language
  title: string
  accent: string
  /** Trusted HTML above the buttons. */
  content: string
  choices?: Choice[]
}

const style = `
:root { color-scheme: light }
body { margin: 0; font: 16px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif; color: #1c1f23; background: #f3f4f6 }
.notice { margin: 0; padding: 12px 16px; background: #fff1c2; border-bottom: 3px solid #b45309; text-align: center }
main { max-width: 30rem; margin: 2rem auto; padding: 1.5rem; background: #fff; border-radius: 12px; border-top: 6px solid var(--accent) }
h1 { margin: 0 0 1rem; font-size: 1.375rem }
dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem; margin: 0 0 1rem }
dt { color: #555b64 } dd { margin: 0; overflow-wrap: anywhere; text-align: right }
dd.amount { font-size: 1.5rem; font-weight: 600 }
button { display: block; width: 100%; margin-top: .75rem; padding: .75rem 1rem; font: inherit; border: 1px solid #6b7280; border-radius: 8px; background: #fff; color: inherit; cursor: pointer }
button.primary { border-color: var(--accent); background: var(--accent); color: #fff; font-weight: 600 }
button:focus-visible { outline: 3px solid #111; outline-offset: 2px }
img { display: block; margin: 0 auto; width: 220px; height: 220px }
figure { margin: 0 0 1rem; text-align: center; color: #555b64 }
`

/** A complete page. Works without JavaScript and loads nothing from anywhere. */
export function pageHtml({ language, title, accent, content, choices = [] }: Page): string {
  const text = words[language]
  const buttons = choices.map(
    ({ value, label, isPrimary }) =>
      `<button name="decision" value="${escape(value)}"${isPrimary ? ' class="primary"' : ""}>${escape(label)}</button>`,
  )
  const form = buttons.length === 0 ? "" : `<form method="post">${buttons.join("")}</form>`
  return `<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escape(title)}</title>
<style>${style}</style>
</head>
<body style="--accent: ${accent}">
<p class="notice" role="note"><strong>${escape(text.simulated)}</strong> · ${escape(text.warning)}</p>
<main>
<h1>${escape(title)}</h1>
${content}
${form}
</main>
</body>
</html>
`
}
