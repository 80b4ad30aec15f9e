import type { ParcelOption } from "@shangxing/marketplace/types/http"

import { type Basket, type BasketParcel, linesOf } from "~/features/cart/cart"

/**
 * How each parcel travels and what the whole order costs. The till shows these figures and the
 * posted form repeats them, so that nobody pays a total that they have not seen.
 */

export type ParcelChoice = { sellerId: string; optionId: string }

export type Till = {
  /** Goods at the prices shown on the lines. */
  goodsFen: number
  discountFen: number
  /** Freight of each parcel in the order of the parcels; `null` where none can be chosen. */
  freightFen: (number | null)[]
  totalFen: number
}

/** The name of a parcel's group of radio buttons. */
export function optionField(sellerId: string): string {
  return `option:${sellerId}`
}

/** The option to show as chosen: what was picked, else what the cart has, else the cheapest. */
export function chosenOption(parcel: BasketParcel, picked?: string | null): ParcelOption | null {
  const byId = (id?: string | null) => parcel.options.find((option) => option.id === id)
  return byId(picked) ?? byId(parcel.selectedOptionId) ?? cheapest(parcel.options)
}

function cheapest(options: readonly ParcelOption[]): ParcelOption | null {
  return options.reduce<ParcelOption | null>(
    (best, option) => (best && best.amount_fen <= option.amount_fen ? best : option),
    null,
  )
}

/** The choice of every parcel, from a posted form or from what the basket has. */
export function choicesOf(basket: Basket, form?: FormData): ParcelChoice[] {
  return basket.parcels.flatMap((parcel) => {
    if (!parcel.sellerId) return []
    const picked = form?.get(optionField(parcel.sellerId))
    const option = chosenOption(parcel, typeof picked === "string" ? picked : null)
    return option ? [{ sellerId: parcel.sellerId, optionId: option.id }] : []
  })
}

/** What is shown adds up: goods − discount + the freight of each parcel as chosen = total. */
export function tillOf(basket: Basket, choices: readonly ParcelChoice[]): Till {
  const freightFen = basket.parcels.map((parcel) => {
    const choice = choices.find(({ sellerId }) => sellerId === parcel.sellerId)
    return chosenOption(parcel, choice?.optionId)?.amount_fen ?? null
  })
  const freight = freightFen.reduce<number>((sum, fen) => sum + (fen ?? 0), 0)
  const goodsFen = linesOf(basket).reduce((sum, line) => sum + line.goodsFen, 0)
  return {
    goodsFen,
    discountFen: goodsFen - basket.goodsFen,
    freightFen,
    totalFen: basket.goodsFen + freight,
  }
}

/** The day around which a parcel sent today arrives; `days` is the slowest the carrier promises. */
export function arrivalDay(now: Date, days: number): string {
  return new Date(now.getTime() + days * 24 * 60 * 60 * 1000).toISOString()
}
