/**
 * The line that every file of officials' figures carries: whose it is, from when, and what it is
 * not. A copy that is found tells who took it. Rule: docs/domain.md §10.
 */

export type Language = "zh" | "en"

export type Watermark = {
  /** The log's id of this export. */
  id: string
  official: string
  /** The official's own division. */
  place: string
  /** ISO 8601 instant. */
  at: string
  /** Why names are shown; `null` when they are masked. */
  reason: string | null
}

const LABEL: Record<Language, string> = {
  zh: "平台收入，不是农户纯收入；带动销售额是统计数，不与到户收入相加",
  en: "Platform income, not household net income; attributed sales are a statistic and are not added to receipts",
}

/** The lines of a watermark, in the reader's language. */
export function watermarkLines(mark: Watermark, language: Language): string[] {
  const at = shanghaiMinute(mark.at)
  const who = `${mark.official}（${mark.place}）`
  const names =
    language === "zh"
      ? mark.reason === null
        ? "姓名遮住"
        : `含姓名，理由：${mark.reason}；每个姓名都记入查看记录`
      : mark.reason === null
        ? "names masked"
        : `with names, reason: ${mark.reason}; each name is in the log of looks`
  const taken =
    language === "zh"
      ? `上行 · ${who} · ${at} 导出 · 导出号 ${mark.id} · ${names}`
      : `Shangxing · exported by ${who} · ${at} · export ${mark.id} · ${names}`
  return [taken, LABEL[language]]
}

/** `2026-11-22 14:03`, as Shanghai's clock reads. */
export function shanghaiMinute(instant: string): string {
  return new Intl.DateTimeFormat("sv-SE", {
    timeZone: "Asia/Shanghai",
    dateStyle: "short",
    timeStyle: "short",
  }).format(new Date(instant))
}
