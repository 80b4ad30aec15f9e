/** An order agreement on apples with two households: a floor of ¥4.20 for first grade. */
export const agreementOf = (number: string, change: object = {}) => ({
  number,
  terms: {
    mode: "order",
    product_kind: "apple",
    cooperative_name: "金山苹果专业合作社",
    responsible_person: "沙马站长",
    starts_on: "2026-01-01",
    ends_on: "2099-12-31",
    floors: [{ grade: "一级", fen_per_kg: 420 }],
    rebate_kind: "fen_per_kg",
    rebate_value: 20,
    households: [
      { household_id: "hh_yy1", promised_g: 2_000_000 },
      { household_id: "hh_yy2", promised_g: null },
    ],
    ...change,
  },
})
