/** Shares of the lowest price per kilogram, in basis points: who is paid before the cooperative. */
export const FRESH = { purchase_bps: 4500, packing_bps: 1800, freight_bps: 2000 }
export const DRY = { purchase_bps: 5200, packing_bps: 1500, freight_bps: 1200 }
export const PROCESSED = { purchase_bps: 4000, packing_bps: 2500, freight_bps: 1500 }
export const CHICKEN = { purchase_bps: 5000, packing_bps: 1500, freight_bps: 1800 }

/** What goes to the press, the dryer or the pot: sound fruit outside the grades. */
export const PROCESSED_GRADE = "加工果"

export const ALL_YEAR = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
