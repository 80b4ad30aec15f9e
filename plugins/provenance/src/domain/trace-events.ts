import {
  buildEvent,
  type Json,
  type JsonObject,
  kilograms,
  lotClass,
  partyLink,
  sha256,
} from "@shangxing/epcis"

import { type AllocationFacts, isSmallLot, type LotFacts, type PackFacts } from "./trace-facts"
import { bulkGtin, demoGln, demoSscc, unknownGtin } from "./trace-ids"

/**
 * The EPCIS 2.0 events of a lot's acts (docs/domain.md §5). Households appear only as commitments
 * that the caller has salted; a small lot tells neither village nor harvest days.
 */

/** Where, as the statistical code of the division. */
const division = (code: string) => ({ id: `https://shangxing.example/division/${code}` })
const place = (lot: LotFacts) =>
  division((isSmallLot(lot) ? null : lot.villageCode) ?? lot.townshipCode ?? lot.countyCode)

const bulkOf = (lot: { sellerId: string; productKind: string; code: string }) =>
  lotClass(bulkGtin(lot.sellerId, lot.productKind, "lot"), lot.code)
const harvestOf = (lot: LotFacts) =>
  lotClass(bulkGtin(lot.sellerId, lot.productKind, "harvest"), lot.code)
const packOf = (lot: LotFacts, gtin: string) => lotClass(gtin, lot.code)

/** Two acts alike in every field are still two: this tells them apart, and nothing else. */
const actOf = (cause: string) => sha256(`act\n${cause}`).slice(0, 32)

const organisation = (lot: LotFacts): Json => [
  { type: "owning_party", source: partyLink(demoGln(lot.sellerId)) },
]

/** Households handed over their harvest: all of a lot's deliveries as one. */
export function harvestEvent(lot: LotFacts, at: string, commitments: string[]): JsonObject {
  const grams = lot.deliveries.reduce((sum, delivery) => sum + delivery.grams, 0)
  return buildEvent("ObjectEvent", at, {
    quantityList: [kilograms(harvestOf(lot), grams)],
    action: "ADD",
    bizStep: "commissioning",
    disposition: "active",
    readPoint: place(lot),
    destinationList: [{ type: "owning_party", destination: partyLink(demoGln(lot.sellerId)) }],
    ilmd: withoutNulls({
      "cbvmda:lotNumber": lot.code,
      "cbvmda:harvestStartDate": isSmallLot(lot) ? null : lot.harvestedFrom,
      "cbvmda:harvestEndDate": isSmallLot(lot) ? null : lot.harvestedTo,
      "shangxing:productKind": lot.productKind,
      "shangxing:grade": lot.grade,
    }),
    "shangxing:householdCount": lot.deliveries.length,
    "shangxing:householdCommitments": commitments,
  })
}

/** Deliveries, other lots and goods of unknown origin became this lot. */
export function sealEvent(lot: LotFacts): JsonObject {
  const delivered = lot.deliveries.reduce((sum, { grams }) => sum + grams, 0)
  const inputs = [
    ...(delivered > 0 ? [kilograms(harvestOf(lot), delivered)] : []),
    ...lot.inputLots.map((input) => kilograms(bulkOf(input), input.grams)),
    ...(lot.unattributedG > 0
      ? [kilograms(`https://id.gs1.org/01/${unknownGtin(lot.productKind)}`, lot.unattributedG)]
      : []),
  ]
  return buildEvent("TransformationEvent", lot.sealedAt, {
    inputQuantityList: inputs,
    outputQuantityList: [kilograms(bulkOf(lot), lot.netG)],
    bizStep: "commissioning",
    disposition: "active",
    readPoint: place(lot),
    sourceList: organisation(lot),
    ilmd: withoutNulls({
      "cbvmda:lotNumber": lot.code,
      "cbvmda:itemExpirationDate": lot.expiresOn,
      "shangxing:productKind": lot.productKind,
      "shangxing:grade": lot.grade,
      "shangxing:certificate": certificateOf(lot),
    }),
  })
}

/** Units were packed from the lot into cases. */
export function packEvent(
  lot: LotFacts,
  pack: Pick<PackFacts, "gtin" | "unitG">,
  act: { cause: string; at: string; units: number },
): JsonObject {
  return buildEvent("AggregationEvent", act.at, {
    parentID: `https://id.gs1.org/00/${demoSscc(act.cause)}`,
    childQuantityList: [{ epcClass: packOf(lot, pack.gtin), quantity: act.units }],
    action: "ADD",
    bizStep: "packing",
    disposition: "in_progress",
    readPoint: place(lot),
    "shangxing:unitGrams": pack.unitG,
    "shangxing:act": actOf(act.cause),
  })
}

/** The lot was put on sale, with its certificate. */
export function listEvent(lot: LotFacts, cause: string): JsonObject {
  return wholeLot(lot, lot.listedAt ?? lot.sealedAt, {
    bizStep: "stocking",
    disposition: "sellable_accessible",
    "shangxing:certificate": certificateOf(lot) ?? undefined,
    "shangxing:act": actOf(cause),
  })
}

/** The lot was recalled: none of it may be sold or eaten any more. */
export function recallEvent(lot: LotFacts, cause: string): JsonObject {
  return wholeLot(lot, lot.recalledAt ?? lot.sealedAt, {
    bizStep: "holding",
    disposition: "recalled",
    "shangxing:act": actOf(cause),
  })
}

function wholeLot(lot: LotFacts, at: string, fields: Record<string, Json | undefined>): JsonObject {
  return buildEvent("ObjectEvent", at, {
    quantityList: [kilograms(bulkOf(lot), lot.netG)],
    action: "OBSERVE",
    readPoint: place(lot),
    sourceList: organisation(lot),
    ...fields,
  })
}

const moves = {
  sale: { bizStep: "retail_selling", disposition: "retail_sold" },
  ship: { bizStep: "shipping", disposition: "in_transit" },
  return: { bizStep: "receiving", disposition: "returned" },
} as const

/** Packs were sold, sent or sent back. Neither order nor buyer is told. */
export function moveEvent(
  kind: keyof typeof moves,
  lot: LotFacts,
  { gtin, units }: Pick<AllocationFacts, "gtin" | "units">,
  act: { cause: string; at: string },
): JsonObject {
  return buildEvent("ObjectEvent", act.at, {
    quantityList: [{ epcClass: packOf(lot, gtin), quantity: units }],
    action: "OBSERVE",
    ...moves[kind],
    sourceList: organisation(lot),
    "shangxing:act": actOf(act.cause),
  })
}

function certificateOf({ certificate }: LotFacts): Json {
  if (!certificate) return null
  const { number, issuedOn, tests } = certificate
  return withoutNulls({
    "shangxing:number": number,
    "shangxing:issuedOn": issuedOn,
    "shangxing:tests": tests,
  })
}

function withoutNulls(fields: Record<string, Json>): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
}
