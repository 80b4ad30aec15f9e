import type {
  StationDeskResponse,
  StationWorkerCreated,
} from "@shangxing/attribution/types/station-desk"

import type { Api } from "~/lib/api"
import type { Locale } from "~/lib/locale"

import {
  readClosing,
  readEnding,
  readOpening,
  readSubsidy,
  readWorker,
  typedIn,
} from "./desk-forms"
import { NO_REFUSAL, type RefusedDesk, sendForm } from "./send-form.server"

type Desk = { api: Api; locale: Locale }

/** A password that is shown now and never again. */
export type Hired = StationWorkerCreated

/** What was done, or what the page says instead. */
type StationPosted =
  { done: string } | { status: number; hired: Hired | null; refused: RefusedDesk | null }

/** Opens a station; answers its id, or the form as it was typed. */
export async function openStation(
  desk: Desk,
  request: Request,
): Promise<{ id: string } | { refused: RefusedDesk }> {
  const form = await request.formData()
  const typed = typedIn(form)
  const villages = form
    .getAll("villages")
    .filter((each): each is string => typeof each === "string")
  const sent = await sendForm<{ id: string }>(desk, "/official/stations", {
    intent: "open",
    ...{ typed, villages, reading: readOpening(typed, villages) },
  })
  return sent.ok ? sent.value : { refused: sent.refused }
}

/** Does what one of the forms of a station's page asks for. */
export async function actOnStation(
  desk: Desk,
  id: string,
  request: Request,
): Promise<StationPosted> {
  const typed = typedIn(await request.formData())
  const intent = typed.intent ?? ""
  const at = `/official/stations/${encodeURIComponent(id)}`
  if (intent === "hire") {
    const form = { intent, typed, reading: readWorker(typed) }
    const sent = await sendForm<StationWorkerCreated>(desk, `${at}/workers`, form)
    // A password is in this answer only, so there is no page to be sent on to.
    return sent.ok ? { status: 200, hired: sent.value, refused: null } : refusing(sent.refused)
  }
  const worker = typed.worker ?? ""
  const acts = {
    end: [`${at}/workers/${encodeURIComponent(worker)}/end`, readEnding],
    close: [`${at}/close`, readClosing],
    grant: [`${at}/subsidies`, readSubsidy],
  } as const
  const act = acts[intent as keyof typeof acts]
  if (!act) return refusing({ ...NO_REFUSAL, status: 400 })
  const [path, reader] = act
  const form = { intent, id: worker, typed, reading: reader(typed) }
  const sent = await sendForm<StationDeskResponse>(desk, path, form)
  return sent.ok ? { done: intent } : refusing(sent.refused)
}

function refusing(refused: RefusedDesk) {
  return { status: refused.status, hired: null, refused }
}
