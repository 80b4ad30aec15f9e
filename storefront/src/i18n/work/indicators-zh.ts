/** Each indicator of docs/domain.md §9: its name, and how it is worked out, in plain words. */
export const indicatorsZh = {
  net_sales: { name: "上行净额", formula: "收到的货款 − 退款" },
  small_circle_sales: { name: "小循环", formula: "收货地在产地本县的上行净额" },
  big_circle_sales: { name: "大循环", formula: "收货地在外县的上行净额" },
  enrolled_sales: { name: "带动销售额", formula: "按重量追到建档立卡户的货款；是统计数，不是收入" },
  other_household_sales: { name: "追到其他农户", formula: "按重量追到没有建档立卡的农户的货款" },
  unattributed_sales: { name: "没追到户", formula: "来路不明的货卖的钱，不摊给任何人" },
  traceability: { name: "可溯源率", formula: "追到户的货款 ÷ 上行净额" },
  receipts: { name: "到户收入", formula: "付给农户、农户也确认了的钱" },
  reach: { name: "到户率", formula: "已售批次的到户收入 ÷ 这些批次的上行净额" },
  signed_households: { name: "签约带动户", formula: "这一期有生效帮扶协议的户" },
  benefiting_households: { name: "实际受益户", formula: "这一期真有钱到手的户" },
  benefit_rate: { name: "受益率", formula: "实际受益户 ÷ 签约户" },
  mean_receipts: { name: "户均到手", formula: "到户收入 ÷ 户数；平均数会遮住人" },
  median_receipts: { name: "中位数", formula: "从少到多排，中间那一户到手多少" },
  top_tenth_share: { name: "前 10% 占比", formula: "拿得最多的十分之一户 ÷ 全部到户收入" },
  fulfilment: { name: "履约率", formula: "实收公斤 ÷ 协议约定公斤" },
  floor_price_rate: { name: "保底达标率", formula: "不低于保底价的交售 ÷ 全部交售" },
  payment_timeliness: { name: "兑付及时率", formula: "按期付的 ÷ 到期该付的" },
  overdue: { name: "逾期未付", formula: "过了到期日还没付给农户的钱" },
  certificate_coverage: { name: "合格证覆盖率", formula: "有承诺达标合格证的 ÷ 该有证的已发批次" },
  station_coverage: { name: "站点覆盖率", formula: "有站服务的村 ÷ 全部村" },
  station_activity: { name: "站点活跃率", formula: "30 天里真有交易的站 ÷ 全部站" },
  subsidy_efficiency: { name: "补贴效率", formula: "站点补贴 ÷ 有效交易笔数" },
  downward_sales: { name: "下行额", formula: "农户通过站点买进的货款" },
  savings: { name: "节支", formula: "（有据可查的本地价 − 实付价）× 数量" },
  refund_rate: { name: "退款率", formula: "退款 ÷ 退款前的货款" },
  damage_rate: { name: "坏果率", formula: "坏的公斤 ÷ 发出公斤" },
  quota_completion: { name: "预留完成率", formula: "已执行 ÷ 食堂预留份额" },
  alerts: { name: "监测预警", formula: "到户收入比去年同期少三成以上等，等人去看的条数" },
}

/** What raised an alert, with its figure and what it is compared with, where there are any. */
export const alertsZh = {
  receipts_down: (value: string, before: string) => `到手 ${value}，去年同期 ${before}`,
  payment_overdue: (value: string) => `逾期未付 ${value}`,
  below_floor: (value: string, floor: string) => `收价 ${value}，保底 ${floor}`,
  station_asleep: (value: string) => `30 天只有 ${value} 笔`,
  nothing_received: () => "签了约，一分钱没到",
  place_receipts_down: (value: string, before: string) =>
    `全部农户到手 ${value}，去年同期 ${before}`,
  place_nothing_received: (count: string, signed: string) => `签约 ${signed} 户，${count} 户没到账`,
}
