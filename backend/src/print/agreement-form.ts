import type { AgreementVersion, SellerAgreement } from "@shangxing/provenance/types/http"

import { A4, line, mm, paragraph, printed, type Paper } from "./paper"

/** A support agreement on one page of A4, with the parties' places to sign. */

const LEFT = 20
const WIDTH = A4.width - 2 * LEFT
const MOST_HOUSEHOLDS = 12

const MODES: Record<AgreementVersion["mode"], string> = {
  order: "订单收购",
  share: "入股分红",
  wage: "务工就业",
  land_rent: "土地流转",
}

const yuan = (fen: number) => (fen / 100).toFixed(2)
const kilograms = (grams: number) => (grams / 1000).toLocaleString("en-US")

/** The PDF of one version; a draft says that it is one. */
export async function printAgreement(
  agreement: SellerAgreement,
  version: AgreementVersion,
  sellerName: string,
): Promise<Buffer> {
  const title = `帮扶协议 ${agreement.number} 第 ${version.version} 版`
  return await printed(A4, { title }, (paper) => {
    let y = drawHead(paper, agreement, version)
    y = drawTerms(paper, version, sellerName, y)
    y = drawHouseholds(paper, version, y)
    drawSignatures(paper, version, sellerName, Math.max(y + 6, 218))
    line(paper, "本表由上行平台按已发布的协议版本生成；签字盖章后由各方各执一份。", LEFT, 284, {
      size: 7.5,
      width: WIDTH,
    })
  })
}

function drawHead(paper: Paper, agreement: SellerAgreement, version: AgreementVersion): number {
  line(paper, "产业帮扶协议", LEFT, 16, { size: 20, bold: true, width: WIDTH, align: "center" })
  const state =
    version.status === "published"
      ? `自 ${version.effective_from} 起生效`
      : "草稿 · 未发布，不作签署之用"
  line(paper, `编号 ${agreement.number} · 第 ${version.version} 版 · ${state}`, LEFT, 27, {
    size: 10,
    width: WIDTH,
    align: "center",
  })
  rule(paper, 34, 1.2)
  return 38
}

function drawTerms(paper: Paper, version: AgreementVersion, sellerName: string, from: number) {
  const floors = version.floors.map(
    ({ grade, fen_per_kg }) => `${grade ?? "各等级"} 每公斤 ¥${yuan(fen_per_kg)}`,
  )
  const rows: [string, string][] = [
    ["甲方（经营主体）", version.enterprise_name ?? sellerName],
    ["乙方（合作社）", cooperativeOf(version, sellerName) ?? "—"],
    ["丙方（农户）", `${version.households.length} 户，名单见下`],
    ["金融支持", version.credit_union_name ?? "—"],
    ["帮扶责任人", version.responsible_person],
    ["方式与品种", `${MODES[version.mode]} · ${version.product_kind}`],
    ["期限", `${version.starts_on} 至 ${version.ends_on}`],
    ["保底收购价", floors.join("；") || "不设保底价"],
    ["返利", rebateText(version)],
    ["其他约定", version.note ?? "—"],
  ]
  let y = from
  for (const [label, value] of rows) {
    line(paper, label, LEFT, y, { size: 10, bold: true, width: 36 })
    const height = paragraph(paper, value, LEFT + 38, y, { size: 10, width: WIDTH - 38 })
    y += Math.max(height, 5) + 2
    rule(paper, y - 1.8, 0.3)
  }
  return y + 1
}

/** A cooperative that agrees with its own households is party once, not twice. */
function cooperativeOf(version: AgreementVersion, sellerName: string): string | null {
  const isFirstParty = version.enterprise_name === null && version.cooperative_name === sellerName
  return isFirstParty ? null : version.cooperative_name
}

function rebateText({ rebate_kind, rebate_value }: AgreementVersion): string {
  if (rebate_kind === "none" || rebate_value === null) return "无"
  return rebate_kind === "fen_per_kg"
    ? `按交售量，每公斤 ¥${yuan(rebate_value)}`
    : `按净销售额的 ${rebate_value / 100}%`
}

function drawHouseholds(paper: Paper, { households }: AgreementVersion, from: number): number {
  if (households.length === 0) return from
  const shown = households.slice(0, MOST_HOUSEHOLDS)
  const columns = [LEFT, LEFT + 46, LEFT + 96, LEFT + 132]
  const head = ["户主（遮掩）", "村", "承诺交售 kg", "签字或按指印"]
  head.forEach((text, i) =>
    line(paper, text, columns[i]!, from, { size: 9, bold: true, width: 40 }),
  )
  let y = from + 6
  for (const { masked_name, village, promised_g } of shown) {
    rule(paper, y - 1.4, 0.3)
    const cells = [masked_name, village.zh, promised_g === null ? "—" : kilograms(promised_g)]
    cells.forEach((text, i) => line(paper, text, columns[i]!, y, { size: 9, width: 44 }))
    y += 6.4
  }
  rule(paper, y - 1.4, 0.6)
  if (households.length > shown.length) {
    const rest = households.length - shown.length
    line(paper, `另有 ${rest} 户，名单附后。`, LEFT, y, { size: 8.5, width: WIDTH })
    y += 5
  }
  return y
}

function drawSignatures(
  paper: Paper,
  version: AgreementVersion,
  sellerName: string,
  top: number,
): void {
  const parties = [
    `甲方：${version.enterprise_name ?? sellerName}`,
    `乙方：${cooperativeOf(version, sellerName) ?? "农户代表"}`,
    `金融机构：${version.credit_union_name ?? "　"}`,
    `帮扶责任人：${version.responsible_person}`,
  ]
  parties.forEach((party, i) => {
    const x = LEFT + (i % 2) * (WIDTH / 2)
    const y = top + Math.floor(i / 2) * 32
    const width = WIDTH / 2 - 4
    paper.lineWidth(0.6).rect(mm(x), mm(y), mm(width), mm(29)).stroke("black")
    line(paper, party, x + 3, y + 2.5, { size: 9.5, bold: true, width: width - 6 })
    line(paper, "（签字、盖章）", x + 3, y + 9, { size: 8, width: width - 6 })
    line(paper, "日期：　　　　年　　月　　日", x + 3, y + 22, { size: 9, width: width - 6 })
  })
}

function rule(paper: Paper, y: number, width: number): void {
  paper
    .lineWidth(width)
    .moveTo(mm(LEFT), mm(y))
    .lineTo(mm(LEFT + WIDTH), mm(y))
    .stroke("black")
}
