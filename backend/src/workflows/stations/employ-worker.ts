import { randomBytes } from "node:crypto"

import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { FIRST_PASSWORD_BYTES, firstPassword } from "@shangxing/attribution/domain/first-password"
import { isSomebodys } from "@shangxing/attribution/domain/identity-use"
import { shanghaiDay } from "@shangxing/attribution/domain/period"
import { isShutOn } from "@shangxing/attribution/domain/station-desk"
import { stationRefused } from "@shangxing/attribution/lib/station-refusals"
import type { StationDesk } from "@shangxing/attribution/modules/station/types"
import type { StationWorkerCreated } from "@shangxing/attribution/types/station-desk"
import { createStationWorkerWorkflow } from "@shangxing/attribution/workflows"

type Employment = { email: string; name: string; recorded_by: string }

/**
 * Registers a worker of a station, who signs in with the password answered here and nowhere else.
 *
 * An e-mail by which anybody signs in is refused, `station_worker_email_taken`, and its password left
 * alone: an official must not get at somebody else's account by naming it. One that is nobody's any
 * more, as of a worker who has left, or of a run that was cut off, gets a new password.
 */
export async function employWorker(
  container: MedusaContainer,
  station: StationDesk,
  { email: typed, ...worker }: Employment,
): Promise<StationWorkerCreated> {
  if (isShutOn({ closedOn: station.closed_on }, shanghaiDay(new Date()))) {
    throw stationRefused("station_shut")
  }
  const email = typed.toLowerCase()
  const password = firstPassword(randomBytes(FIRST_PASSWORD_BYTES))
  const auth_identity_id = await identityFor(container, email, password)
  const { result } = await createStationWorkerWorkflow(container).run({
    input: { ...worker, email, station_id: station.id, auth_identity_id },
  })
  return { worker: { id: result.id, email: result.email }, password }
}

async function identityFor(
  container: MedusaContainer,
  email: string,
  password: string,
): Promise<string> {
  const auth = container.resolve(Modules.AUTH)
  const [known] = await auth.listAuthIdentities({
    provider_identities: { entity_id: email, provider: "emailpass" },
  })
  if (!known) {
    const { authIdentity } = await auth.register("emailpass", { body: { email, password } })
    if (!authIdentity) throw stationRefused("station_worker_email_taken")
    return authIdentity.id
  }
  if (isSomebodys(known.app_metadata)) throw stationRefused("station_worker_email_taken")
  await auth.updateProvider("emailpass", { entity_id: email, password })
  return known.id
}
