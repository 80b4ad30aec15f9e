/** Shares of the lowest price per kilogram, in basis points: who is paid before the cooperative. */
export const FRESH = { purchase_bps: 4500, packing_bps: 1800, freight_bps: 2000 }
export const DRY = { purchase_bps: 5200, packing_bps: 1500, freight_bps: 1200 }
export const PROCESSED = { purchase_bps: 4000, packing_bps: 2500, freight_bps: 1500 }
export const CHICKEN = { purchase_bps: 5000, packing_bps: 1500, freight_bps: 1800 }

/**
 * Goods that a plant presses, dries or cooks are weighed as what they become: a delivery's net
 * weight is the finished weight, so that a lot's balance and its price bar stay literally true.
 */
export const PROCESSED_GRADE = "加工，按成品折净重"

export const ALL_YEAR = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
