import { isDay } from "./business-day"
import { levelOf } from "./divisions"

/**
 * When a delivery may be recorded: whole grams and fen, a day, a village, and a price at or above
 * the agreement's floor or a reason for less. (rule: docs/domain, deliveries)
 */

export type DeliveryClaim = {
  readonly netGrams: number
  readonly deductionGrams: number
  readonly priceFenPerKg: number
  readonly floorFenPerKg: number | null
  readonly belowFloorReason: string | null
  readonly deliveredOn: string
  readonly villageCode: string
}

export type DeliveryRefusal =
  | "delivery_weight_invalid"
  | "delivery_price_invalid"
  | "delivery_day_invalid"
  | "delivery_village_invalid"
  | "delivery_below_floor"

/** The first reason not to record the delivery; `null` when there is none. */
export function deliveryRefusal(claim: DeliveryClaim): DeliveryRefusal | null {
  if (!isWhole(claim.netGrams, 1) || !isWhole(claim.deductionGrams, 0)) {
    return "delivery_weight_invalid"
  }
  if (!isWhole(claim.priceFenPerKg, 0) || !isWhole(claim.floorFenPerKg ?? 0, 0)) {
    return "delivery_price_invalid"
  }
  if (!isDay(claim.deliveredOn)) return "delivery_day_invalid"
  if (levelOf(claim.villageCode) !== "village") return "delivery_village_invalid"
  return isBelowFloor(claim) && !isReasoned(claim) ? "delivery_below_floor" : null
}

function isReasoned({ belowFloorReason }: DeliveryClaim): boolean {
  return belowFloorReason !== null && belowFloorReason.trim() !== ""
}

function isBelowFloor({ priceFenPerKg, floorFenPerKg }: DeliveryClaim): boolean {
  return floorFenPerKg !== null && priceFenPerKg < floorFenPerKg
}

function isWhole(value: number, least: number): boolean {
  return Number.isSafeInteger(value) && value >= least
}
