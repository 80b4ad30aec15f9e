/** The pages that stand for Alipay, WeChat, the card's bank and Stripe's seller onboarding. */
import { printed } from "../engine/money.ts"
import { isOnboardingOutcome, onboard } from "../engine/onboarding.ts"
import { finishAction, returnAddress } from "../engine/outcome.ts"
import type { World } from "../engine/world.ts"
import { hostedUrl } from "../engine/confirm.ts"
import type { AccountLink, Row } from "../state/tables.ts"
import { type Choice, escape, pageHtml } from "./layout.ts"
import { qrImage, qrPng, qrSvg } from "./qr.ts"
import { type Language, words } from "./words.ts"

interface HostedAnswer {
  status: number
  type?: string
  body?: Buffer | string
  location?: string
}

type Intent = Row<"payment_intent">

const accents: Record<string, string> = {
  alipay: "#0a5fd4",
  wechat_pay: "#0b7a3b",
  three_d_secure: "#3b3f8f",
  connect: "#4338ca",
}

const html = (body: string, status = 200): HostedAnswer => ({
  status,
  type: "text/html; charset=utf-8",
  body,
})

/** Answers `GET` and `POST` under `/hosted/`; `decision` is null for a GET. */
export function hosted(
  world: World,
  url: URL,
  language: Language,
  decision: string | null,
): HostedAnswer {
  const [, , page = "", name = ""] = url.pathname.split("/")
  if (page === "connect") return connect(world, name, language, decision)
  if (page === "qr") return qr(world, name, url)
  if (!(page in accents)) return { status: 404, type: "text/plain", body: "Not found" }
  const row = validIntent(world, name, url)
  if (!row) return gone(language)
  const scoped = { ...world, account: row.account }
  return decision === null
    ? ask(scoped, row, page, language)
    : decide(scoped, row, language, decision)
}

/** The intent, if this page's attempt is the one that awaits the buyer. */
function validIntent(world: World, id: string, url: URL): Intent | null {
  const row = world.store.get("payment_intent", id)
  if (!row || row.object.client_secret !== url.searchParams.get("client_secret")) return null
  const isCurrent = String(row.note.attempt) === url.searchParams.get("attempt")
  return row.object.status === "requires_action" && isCurrent ? row : null
}

function gone(language: Language): HostedAnswer {
  const text = words[language]
  const content = `<p>${escape(text.gone)}</p>`
  return html(pageHtml({ language, title: text.goneTitle, accent: "#6b7280", content }), 410)
}

function ask(world: World, row: Intent, page: string, language: Language): HostedAnswer {
  const text = words[language]
  const isCard = page === "three_d_secure"
  const titles: Record<string, [title: string, question: string]> = {
    alipay: [text.alipayTitle, text.alipayAsk],
    wechat_pay: [text.wechatTitle, text.wechatAsk],
    three_d_secure: [text.threeTitle, text.threeAsk],
  }
  const [title, question] = titles[page] ?? ["", ""]
  const choices: Choice[] = [
    { value: "approve", label: isCard ? text.authenticate : text.approve, isPrimary: true },
    { value: "decline", label: isCard ? text.failAuthentication : text.decline },
  ]
  const picture = page === "wechat_pay" ? scanFigure(world, row, text.wechatScan) : ""
  const content = `${summary(row, text)}${picture}<p>${escape(question)}</p>`
  return html(pageHtml({ language, title, accent: accents[page] ?? "", content, choices }))
}

const scanFigure = (world: World, row: Intent, caption: string) =>
  `<figure><img alt="" src="${qrImage(hostedUrl(world, row, "wechat_pay"))}"><figcaption>${escape(caption)}</figcaption></figure>`

function summary({ object }: Intent, text: (typeof words)["zh"]): string {
  const amount = printed(object.amount, object.currency).replace("CN¥", "¥")
  return `<dl><dt>${escape(text.amount)}</dt><dd class="amount">${escape(amount)}</dd><dt>${escape(text.merchantReference)}</dt><dd>${escape(object.id)}</dd></dl>`
}

function decide(world: World, row: Intent, language: Language, decision: string): HostedAnswer {
  const status = finishAction(world, row, decision === "approve")
  world.store.commit()
  const location = returnAddress(row, status)
  if (location !== null) return { status: 303, location }
  const text = words[language]
  const isPaid = status === "succeeded"
  return html(
    pageHtml({
      language,
      title: isPaid ? text.paidTitle : text.failedTitle,
      accent: isPaid ? "#0b7a3b" : "#b91c1c",
      content: `<p>${escape(isPaid ? text.paid : text.failed)}</p>`,
    }),
  )
}

function qr(world: World, name: string, url: URL): HostedAnswer {
  const [id = "", format] = name.split(".")
  const row = validIntent(world, id, url)
  if (!row) return { status: 404, type: "text/plain", body: "Not found" }
  const target = hostedUrl(world, row, "wechat_pay")
  return format === "svg"
    ? { status: 200, type: "image/svg+xml", body: qrSvg(target) }
    : { status: 200, type: "image/png", body: qrPng(target) }
}

function connect(
  world: World,
  id: string,
  language: Language,
  decision: string | null,
): HostedAnswer {
  const link = world.store.get("account_link", id)
  const row = link && world.store.get("account", link.account)
  if (!link || !row) return gone(language)
  // A used or expired link leads to where the platform makes a new one.
  if (link.isUsed || link.expiresAt < world.clock.seconds()) {
    return { status: 303, location: link.refreshUrl }
  }
  if (decision === null) return askSeller(row, language)
  return submitSeller(world, link, row, decision)
}

function askSeller(row: Row<"account">, language: Language): HostedAnswer {
  const text = words[language]
  const name = row.object.business_profile?.name ?? row.object.email ?? row.object.id
  const choices: Choice[] = [
    { value: "complete", label: text.complete, isPrimary: true },
    { value: "incomplete", label: text.incomplete },
    { value: "bank_refuses", label: text.bankRefuses },
    { value: "leave", label: text.leave },
  ]
  const content = `<dl><dt>${escape(text.account)}</dt><dd>${escape(name)}</dd></dl><p>${escape(text.connectAsk)}</p>`
  return html(
    pageHtml({
      language,
      title: text.connectTitle,
      accent: accents.connect ?? "",
      content,
      choices,
    }),
  )
}

function submitSeller(
  world: World,
  link: AccountLink,
  row: Row<"account">,
  decision: string,
): HostedAnswer {
  if (isOnboardingOutcome(decision)) onboard(world, row, decision)
  world.store.put("account_link", link.id, { ...link, isUsed: true })
  world.store.commit()
  return { status: 303, location: link.returnUrl }
}
