import { hanziCount } from "~/lib/hanzi"

import type { Catalogue } from "../catalogue"

/** Words of the page that an order has after it was paid. */
export const order = {
  "zh-CN": {
    title: (displayId: number) => `订单 ${displayId}`,
    paidTitle: "付好了",
    paidLead: (displayId: number, email: string, time: string) =>
      `订单 ${displayId}，${time}下单，记在 ${email} 名下。`,
    pending: "待发货",
    partly: "部分已发货",
    shipped: "已发货",
    delivered: "已送达",
    cancelled: "已取消",
    refunded: "已退款",
    effectTitle: "这一单做成了什么",
    booking: "正在记账，两秒后这里会自己更新。",
    bookingSlow: "账还没有记完。订单已经成了，过几分钟再来看这一栏。",
    effectUnknown: "这会儿取不到账，订单不受影响。过一会儿再来看。",
    effectLead: (amount: string, households: number) =>
      `货款里的 ${amount}，追到了 ${households} 户人家的秤上。`,
    effectEnrolled: (amount: string, households: number) =>
      `其中建档立卡户 ${households} 户，带动销售额 ${amount}。`,
    effectNothing: "这一单的货还追不到具体农户，我们不编数。",
    effectTable: "按卖方分",
    effectSeller: "卖方",
    effectHouseholds: "户数",
    effectAmount: "带动销售额",
    enrolled: "建档立卡户",
    other: "其他农户",
    unattributed: "追不到户",
    barLabel: (enrolled: string, other: string, unattributed: string) =>
      `建档立卡户 ${enrolled}，其他农户 ${other}，追不到户 ${unattributed}`,
    statistic: "带动销售额是统计口径：按批次里各户的斤两分摊货款，不等于农户到手的钱。不列户名。",
    parcels: "箱货",
    parcelsUnknown: "这会儿取不到各箱的去向，订单不受影响。过一会儿再来看。",
    parcelsTitle: (count: number) =>
      count === 1 ? "一箱货" : `${hanziCount(count)}箱货，各家各发`,
    parcelOf: (index: number, count: number) => `第 ${index} 箱，共 ${count} 箱`,
    parcelStatus: {
      awaiting_shipment: "待发货",
      shipped: "已发货",
      delivered: "已送达",
      cancelled: "已取消",
    },
    fromLots: "批次",
    parcelGoods: "这一箱货款",
    freightBy: (option: string) => `运费，${option}`,
    parcelTotal: "这一箱共付",
    backToYou: "已退给您",
    lineRefunded: (amount: string) => `这件货已退 ${amount}`,
    addressTitle: "寄到",
    totalTitle: "付了多少",
    goods: (pieces: number) => `货款，${pieces} 件`,
    discount: "优惠",
    freight: "运费",
    freightOf: (index: number, count: number) => (count === 1 ? "运费" : `运费，第 ${index} 箱`),
    free: "已含",
    total: "已付",
    paidBy: { alipay: "用支付宝付的。", wechat_pay: "用微信支付付的。", card: "用银行卡付的。" },
    simulated: "模拟支付，没有动真钱。",
    traceNote: "箱上的码可以查到批次：哪个村、哪天采、几户交的秤。",
    again: "接着看别的县",
    mine: "我的订单",
  },
  en: {
    title: (displayId: number) => `Order ${displayId}`,
    paidTitle: "Paid",
    paidLead: (displayId: number, email: string, time: string) =>
      `Order ${displayId}, placed ${time}, for ${email}.`,
    pending: "Awaiting shipment",
    partly: "Partly shipped",
    shipped: "Shipped",
    delivered: "Delivered",
    cancelled: "Cancelled",
    refunded: "Refunded",
    effectTitle: "What this order did",
    booking: "Being booked: this part refreshes itself in two seconds.",
    bookingSlow:
      "The books are not done yet. The order is placed; look at this part again in a few minutes.",
    effectUnknown: "The books cannot be reached right now. Your order is not affected.",
    effectLead: (amount: string, households: number) =>
      `${amount} of the goods can be followed back to the scales of ${households} ${households === 1 ? "household" : "households"}.`,
    effectEnrolled: (amount: string, households: number) =>
      `Of these, ${households} ${households === 1 ? "is an enrolled household" : "are enrolled households"}, with attributed sales of ${amount}.`,
    effectNothing:
      "The goods of this order cannot be followed to households yet, and we do not make figures up.",
    effectTable: "By seller",
    effectSeller: "Seller",
    effectHouseholds: "Households",
    effectAmount: "Attributed sales",
    enrolled: "Enrolled households",
    other: "Other households",
    unattributed: "Not traced",
    barLabel: (enrolled: string, other: string, unattributed: string) =>
      `Enrolled households ${enrolled}, other households ${other}, not traced ${unattributed}`,
    statistic:
      "Attributed sales are a statistic: the price of the goods split by each household’s weight in the lot. They are not the money a household receives. Nobody is named.",
    parcels: "Parcels",
    parcelsUnknown:
      "Where the parcels are cannot be told right now. Your order is not affected; look again in a while.",
    parcelsTitle: (count: number) => (count === 1 ? "One parcel" : `${count} parcels, sent apart`),
    parcelOf: (index: number, count: number) => `Parcel ${index} of ${count}`,
    parcelStatus: {
      awaiting_shipment: "Awaiting shipment",
      shipped: "Shipped",
      delivered: "Delivered",
      cancelled: "Cancelled",
    },
    fromLots: "From lot",
    parcelGoods: "Goods in this parcel",
    freightBy: (option: string) => `Delivery, ${option}`,
    parcelTotal: "This parcel in all",
    backToYou: "Paid back to you",
    lineRefunded: (amount: string) => `${amount} paid back for these goods`,
    addressTitle: "Sent to",
    totalTitle: "What you paid",
    goods: (pieces: number) => `Goods, ${pieces} ${pieces === 1 ? "item" : "items"}`,
    discount: "Discount",
    freight: "Delivery",
    freightOf: (index: number, count: number) =>
      count === 1 ? "Delivery" : `Delivery, parcel ${index}`,
    free: "included",
    total: "Paid",
    paidBy: {
      alipay: "Paid with Alipay.",
      wechat_pay: "Paid with WeChat Pay.",
      card: "Paid by card.",
    },
    simulated: "Simulated payment: no real money moved.",
    traceNote:
      "The code on each box leads to its lot: which village, which day, how many households.",
    again: "See other counties",
    mine: "Your orders",
  },
} satisfies Catalogue
