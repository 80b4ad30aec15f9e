import type { ProductContent, SellerContent } from "../data/content"
import type { Calendar } from "./calendar"
import { addDays } from "./days"
import type { Dice } from "./dice"
import type { HouseholdPlan } from "./households"
import type { DeliveryPlan, LotPlan } from "./lots"
import { hanName } from "./names"
import type { OpenWork } from "./open-work"

type TermsPlan = {
  effective_from: string
  floors: { grade: string; fen_per_kg: number }[]
  rebate_kind: "none" | "fen_per_kg" | "basis_points"
  rebate_value: number | null
  households: { registry_key: string; promised_g: number }[]
  note: string
}

/** A support agreement of a seller for one kind of goods, in the order of its versions. */
export type AgreementPlan = {
  seller: string
  number: string
  product_kind: string
  cooperative_name: string | null
  enterprise_name: string | null
  credit_union_name: string | null
  responsible_person: string
  starts_on: string
  ends_on: string
  versions: TermsPlan[]
}

type ArchivePlan = {
  seller: string
  number: string
  household: string | null
  kind: "visit" | "training" | "supply"
  happened_on: string
  text: string
  recorded_by: string
  /** Names of drawings: they stand where photographs would. */
  art: string[]
}

export type SupportPlan = {
  agreements: AgreementPlan[]
  archive: ArchivePlan[]
  /** Members of the clerk's seller that have chosen a code, by registry key. */
  coded: string[]
}

const TERM = { starts_on: "2026-01-01", ends_on: "2026-12-31" }
const JOINS_CHANCE = 0.86
const CODED = 8

type Agreed = { lots: readonly LotPlan[]; openWork: OpenWork; calendar: Calendar }

/**
 * What the season was agreed on: for each seller and kind the households, what they promised, and
 * the floors that their deliveries are held to; then the visits that the archive keeps.
 */
export function planSupport(
  dice: Dice,
  sellers: readonly SellerContent[],
  products: readonly ProductContent[],
  households: readonly HouseholdPlan[],
  { lots, openWork, calendar }: Agreed,
): SupportPlan {
  const deliveries = [
    ...[...lots, openWork.lot].flatMap((lot) => lot.deliveries),
    ...openWork.deliveries,
  ]
  const agreements = sellers.flatMap((seller) =>
    seller.households > 0
      ? withMembers(dice, seller, households, { deliveries, calendar })
      : withCooperatives(dice, seller, sellers, products, { deliveries, calendar }),
  )
  return {
    agreements,
    archive: agreements.flatMap((agreement) => visitsOf(dice, agreement, products, calendar)),
    coded: codedOf(openWork),
  }
}

type Brought = { deliveries: readonly DeliveryPlan[]; calendar: Calendar }

/** A seller's agreements with its members: one for each kind of goods that they bring. */
function withMembers(
  dice: Dice,
  seller: SellerContent,
  households: readonly HouseholdPlan[],
  { deliveries, calendar }: Brought,
): AgreementPlan[] {
  const own = deliveries.filter((delivery) => delivery.seller === seller.handle)
  const idle = households.filter((one) => one.seller === seller.handle && one.is_idle)
  return [...new Set(own.map(({ product_kind }) => product_kind))].map((kind, i) => {
    const brought = own.filter(({ product_kind }) => product_kind === kind)
    const parties = partiesOf(dice, brought, i === 0 ? idle : [])
    const terms = { floors: floorsOf(brought), ...rebateOf(dice) }
    return {
      ...openingOf(dice, seller, i, kind, calendar),
      cooperative_name: seller.name.zh,
      enterprise_name: null,
      versions:
        i === 0
          ? inTwoVersions(terms, parties, calendar)
          : [{ ...terms, ...first(parties, calendar) }],
    }
  })
}

/** What a plant agreed with the cooperatives whose lots it buys: they answer for their members. */
function withCooperatives(
  dice: Dice,
  seller: SellerContent,
  sellers: readonly SellerContent[],
  products: readonly ProductContent[],
  { deliveries, calendar }: Brought,
): AgreementPlan[] {
  const own = products.filter((product) => product.seller === seller.handle)
  const pairs = own.flatMap(({ supply }) =>
    (supply.from ?? []).map((from) => ({ from, kind: supply.kind.zh })),
  )
  const distinct = new Map(pairs.map((pair) => [`${pair.from}/${pair.kind}`, pair]))
  return [...distinct.values()].map(({ from, kind }, i) => ({
    ...openingOf(dice, seller, i, kind, calendar),
    cooperative_name: sellers.find(({ handle }) => handle === from)?.name.zh ?? null,
    enterprise_name: seller.name.zh,
    versions: [
      {
        floors: floorsOf(
          deliveries.filter((one) => one.seller === from && one.product_kind === kind),
        ),
        ...rebateOf(dice),
        ...first([], calendar),
      },
    ],
  }))
}

function openingOf(
  dice: Dice,
  seller: SellerContent,
  index: number,
  product_kind: string,
  calendar: Calendar,
) {
  const serial = String(index + 1).padStart(2, "0")
  return {
    seller: seller.handle,
    number: `演示 ${seller.lot_prefix}-2026-${serial}`,
    product_kind,
    credit_union_name: dice.chance(0.3) ? "县农村信用合作联社（演示）" : null,
    responsible_person: `${hanName(dice)}（镇农技站）`,
    starts_on: calendar.on(TERM.starts_on),
    ends_on: calendar.on(TERM.ends_on),
  }
}

function first(households: TermsPlan["households"], calendar: Calendar) {
  return {
    effective_from: calendar.on(TERM.starts_on),
    households,
    note: "双方当面签字，社里留一份，户里留一份。",
  }
}

/** Households that joined in autumn came in by a second version, which also raised the rebate. */
function inTwoVersions(
  terms: Pick<TermsPlan, "floors" | "rebate_kind" | "rebate_value">,
  households: TermsPlan["households"],
  calendar: Calendar,
): TermsPlan[] {
  const early = households.filter((_, i) => i % 5 !== 4)
  return [
    { ...terms, ...first(early, calendar), rebate_kind: "fen_per_kg", rebate_value: 5 },
    {
      ...terms,
      effective_from: calendar.on("2026-07-01"),
      households,
      rebate_kind: "fen_per_kg",
      rebate_value: 8,
      note: "七月起并入新入社的户，返利每公斤提到八分。",
    },
  ]
}

/** Parties promise about what they bring; an idle one promised and brought nothing. */
function partiesOf(
  dice: Dice,
  brought: readonly DeliveryPlan[],
  idle: readonly HouseholdPlan[],
): TermsPlan["households"] {
  const sums = new Map<string, number>()
  for (const { household, net_g } of brought) {
    sums.set(household, (sums.get(household) ?? 0) + net_g)
  }
  const total = [...sums.values()].reduce((sum, grams) => sum + grams, 0)
  const typical = Math.round(total / Math.max(1, sums.size))
  const joined = [...sums].filter(() => dice.chance(JOINS_CHANCE))
  return [
    ...joined.map(([registry_key, grams]) => ({
      registry_key,
      promised_g: promise(grams, dice.int(75, 125)),
    })),
    ...idle.map(({ registry_key }) => ({ registry_key, promised_g: promise(typical, 100) })),
  ]
}

/** Whole ten kilograms, and never none. */
function promise(grams: number, percent: number): number {
  return Math.max(1, Math.round((grams * percent) / 100 / 10_000)) * 10_000
}

/** The lowest floor that the season's deliveries of a grade were weighed in with. */
function floorsOf(deliveries: readonly DeliveryPlan[]): TermsPlan["floors"] {
  const floors = new Map<string, number>()
  for (const { grade, floor_fen_per_kg } of deliveries) {
    floors.set(grade, Math.min(floors.get(grade) ?? floor_fen_per_kg, floor_fen_per_kg))
  }
  return [...floors].map(([grade, fen_per_kg]) => ({ grade, fen_per_kg }))
}

function rebateOf(dice: Dice): Pick<TermsPlan, "rebate_kind" | "rebate_value"> {
  const roll = dice.int(0, 2)
  if (roll === 0) return { rebate_kind: "none", rebate_value: null }
  return roll === 1
    ? { rebate_kind: "fen_per_kg", rebate_value: dice.int(5, 20) }
    : { rebate_kind: "basis_points", rebate_value: dice.int(1, 4) * 50 }
}

const VISITS = [
  { kind: "visit" as const, day: "2026-03-18", text: "到户看园子，教了修剪，约好秋后按协议价收。" },
  { kind: "visit" as const, day: "2026-08-09", text: "到户看长势，虫情不重，记下预计交售的斤数。" },
]

/** A training and a supply for all, then visits to a few households. */
function visitsOf(
  dice: Dice,
  { seller, number, product_kind, responsible_person, versions }: AgreementPlan,
  products: readonly ProductContent[],
  calendar: Calendar,
): ArchivePlan[] {
  const art = products.find((product) => product.seller === seller)?.art
  const common = { seller, number, recorded_by: responsible_person }
  const households = versions.at(-1)?.households ?? []
  const forAll = [
    {
      kind: "training" as const,
      happened_on: addDays(calendar.on("2026-04-10"), dice.int(0, 12)),
      text: `在社里讲了一天${product_kind}的管护和分级，到场签到。`,
      art: art && number.endsWith("-01") ? [art] : [],
    },
    {
      kind: "supply" as const,
      happened_on: addDays(calendar.on("2026-05-06"), dice.int(0, 9)),
      text: "按户发了有机肥和果袋，签字领取。",
      art: [],
    },
  ].map((entry) => ({ ...common, ...entry, household: null }))
  const toHouseholds = dice.shuffle(households).slice(0, 4)
  return [
    ...(households.length > 0 ? forAll : []),
    ...toHouseholds.map(({ registry_key }, i) => {
      const visit = VISITS[i % VISITS.length]!
      return {
        ...common,
        household: registry_key,
        kind: visit.kind,
        happened_on: addDays(calendar.on(visit.day), dice.int(0, 6)),
        text: visit.text,
        art: [],
      }
    }),
  ]
}

/** First those whose deliveries wait for their word this morning. */
function codedOf({ deliveries }: OpenWork): string[] {
  const waiting = deliveries.filter(({ confirmed_via }) => confirmed_via === null)
  const others = deliveries.filter(({ confirmed_via }) => confirmed_via !== null)
  return [...new Set([...waiting, ...others].map(({ household }) => household))].slice(0, CODED)
}
