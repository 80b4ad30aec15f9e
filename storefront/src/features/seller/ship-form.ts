import { textOf } from "~/lib/form"
/** The form by which a parcel is handed to its carrier. */

/** Carriers by their registered short names, as couriers' forms print them. */
export const carriers = [
  "中国邮政",
  "EMS",
  "顺丰速运",
  "中通快递",
  "圆通速递",
  "申通快递",
  "韵达速递",
  "极兔速递",
  "京东物流",
  "德邦快递",
] as const
export type Carrier = (typeof carriers)[number]

export type ShipReason = "missing" | "unknown" | "too_short" | "too_long" | "characters"
export type ShipErrors = { carrier?: ShipReason; trackingNumber?: ShipReason }
export type ShipFields = { carrier: string; trackingNumber: string }

/** `check` shows the parcel once more, `ship` ships it, `edit` goes back to the fields. */
export type ShipStep = "check" | "ship" | "edit"

const shortest = 8
const longest = 20

export function readShip(form: FormData): { fields: ShipFields; step: ShipStep } {
  const intent = form.get("intent")
  return {
    fields: {
      carrier: textOf(form, "carrier"),
      trackingNumber: tidy(textOf(form, "tracking_number")),
    },
    step: intent === "ship" || intent === "edit" ? intent : "check",
  }
}

export function checkShip({ carrier, trackingNumber }: ShipFields): ShipErrors {
  const wrongCarrier = carrierProblem(carrier)
  const wrongNumber = numberProblem(trackingNumber)
  return {
    ...(wrongCarrier ? { carrier: wrongCarrier } : {}),
    ...(wrongNumber ? { trackingNumber: wrongNumber } : {}),
  }
}

/** A tracking number in fours, for reading it aloud against the slip. */
export function inFours(trackingNumber: string): string {
  return trackingNumber.replace(/(.{4})(?=.)/g, "$1 ")
}

export function isCarrier(name: string): name is Carrier {
  return (carriers as readonly string[]).includes(name)
}

/** Full-width digits, spaces and dashes are how a number is written, not what it is. */
function tidy(typed: string): string {
  return typed.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase()
}

function carrierProblem(carrier: string): ShipReason | null {
  if (!carrier) return "missing"
  return isCarrier(carrier) ? null : "unknown"
}

function numberProblem(trackingNumber: string): ShipReason | null {
  if (!trackingNumber) return "missing"
  if (!/^[A-Z0-9]+$/.test(trackingNumber)) return "characters"
  if (trackingNumber.length < shortest) return "too_short"
  return trackingNumber.length > longest ? "too_long" : null
}
