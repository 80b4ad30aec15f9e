import type { alertsZh, indicatorsZh } from "./indicators-zh"

export const indicatorsEn: typeof indicatorsZh = {
  net_sales: { name: "Upward net sales", formula: "Goods paid for − refunds" },
  small_circle_sales: { name: "Small circle", formula: "Net sales to the county of origin" },
  big_circle_sales: { name: "Big circle", formula: "Net sales to other counties" },
  enrolled_sales: {
    name: "Attributed sales",
    formula: "Sales traced by weight to enrolled households: a statistic, not income",
  },
  other_household_sales: {
    name: "To other households",
    formula: "Sales traced by weight to households that are not enrolled",
  },
  unattributed_sales: {
    name: "Unattributed",
    formula: "Sales of goods of unknown origin, given to nobody",
  },
  traceability: { name: "Traceability", formula: "Sales traced to households ÷ net sales" },
  receipts: {
    name: "Household receipts",
    formula: "Money paid to households that they have confirmed",
  },
  reach: { name: "Reach", formula: "Receipts for sold lots ÷ net sales of the same lots" },
  signed_households: { name: "Signed households", formula: "With an agreement in force" },
  benefiting_households: {
    name: "Benefiting households",
    formula: "Households that did receive money in this period",
  },
  benefit_rate: { name: "Benefit rate", formula: "Benefiting ÷ signed households" },
  mean_receipts: { name: "Mean", formula: "Receipts ÷ households; an average hides people" },
  median_receipts: { name: "Median", formula: "What the household in the middle received" },
  top_tenth_share: {
    name: "Top tenth's share",
    formula: "The tenth that received most ÷ all receipts",
  },
  fulfilment: { name: "Fulfilment", formula: "Bought kg ÷ promised kg" },
  floor_price_rate: {
    name: "At or above floor",
    formula: "Deliveries at or above the floor price ÷ all deliveries",
  },
  payment_timeliness: { name: "Paid on time", formula: "Paid by the due date ÷ due" },
  overdue: { name: "Overdue", formula: "Due to households and not yet paid" },
  certificate_coverage: {
    name: "Certified lots",
    formula: "Certified ÷ shipped lots that need a certificate",
  },
  station_coverage: { name: "Station coverage", formula: "Villages served ÷ all villages" },
  station_activity: {
    name: "Stations in use",
    formula: "With real transactions in 30 days ÷ all stations",
  },
  subsidy_efficiency: { name: "Subsidy per use", formula: "Subsidy ÷ valid transactions" },
  downward_sales: { name: "Downward sales", formula: "Paid for goods bought through stations" },
  savings: { name: "Savings", formula: "(Documented local price − paid) × quantity" },
  refund_rate: { name: "Refund rate", formula: "Refunds ÷ sales before refunds" },
  damage_rate: { name: "Damage", formula: "Damaged kg ÷ shipped kg" },
  quota_completion: { name: "Canteen quotas", formula: "Executed ÷ reserved" },
  alerts: {
    name: "Alerts",
    formula: "Receipts down by 30 % on the year and the like, waiting for a person",
  },
}

export const alertsEn: typeof alertsZh = {
  receipts_down: (value, before) => `Received ${value}; ${before} a year before`,
  payment_overdue: (value) => `${value} overdue`,
  below_floor: (value, floor) => `Bought at ${value}; floor ${floor}`,
  station_asleep: (value) => `Only ${value} transactions in 30 days`,
  nothing_received: () => "Signed, and nothing received",
  place_receipts_down: (value, before) => `All households ${value}, a year before ${before}`,
  place_nothing_received: (count, signed) => `${count} of ${signed} signed received nothing`,
}
