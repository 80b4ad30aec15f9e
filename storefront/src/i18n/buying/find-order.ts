import type { FindField, FindReason } from "~/features/order/find-order"

import type { Catalogue } from "../catalogue"

/** Words of the order's own link, and of finding an order without it. */
export const findOrder = {
  "zh-CN": {
    title: "按订单号查订单",
    lead: "没有账号，或换了设备？三样都对上，就能打开这一单。",
    fields: {
      display_id: "订单号",
      email: "下单时的邮箱",
      phone_last4: "收货手机后四位",
    } satisfies Record<FindField, string>,
    reasons: {
      missing: "这一格还空着。",
      number_wrong: "订单号只有数字，在订单页的最上面。",
      email_wrong: "邮箱写得不完整，应像 ming@example.cn。",
      last4_wrong: "只要四位数字。",
    } satisfies Record<FindReason, string>,
    unknown: "没有对得上的订单。请核对这三样；哪一样不对，我们不说。",
    tooOften: "这个订单号试得太多次了，请一小时后再查，或用订单页的链接打开。",
    submit: "查这一单",
    offer: "在别的设备上下的单？按订单号查",
    keepTitle: "收好这一单的链接",
    keepLead: "收藏这一页，或抄下链接：换一台设备也能打开。",
    keepLabel: "订单链接",
    keepWarn: "链接就是钥匙，谁有都能看到收货人和地址，请只留给自己。",
  },
  en: {
    title: "Find an order by its number",
    lead: "No account, or another device? The order opens when all three fit.",
    fields: {
      display_id: "Order number",
      email: "Email it was placed with",
      phone_last4: "Last four digits of the recipient’s phone",
    } satisfies Record<FindField, string>,
    reasons: {
      missing: "This is still empty.",
      number_wrong: "An order number has digits only; it stands at the top of the order’s page.",
      email_wrong: "The address is not complete. It should look like ming@example.cn.",
      last4_wrong: "Just four digits.",
    } satisfies Record<FindReason, string>,
    unknown: "No order fits. Check all three; we do not say which of them is wrong.",
    tooOften:
      "This order was asked for too often. Try again in an hour, or open it by its own link.",
    submit: "Find the order",
    offer: "Ordered on another device? Find it by its number",
    keepTitle: "Keep this order’s link",
    keepLead: "Bookmark this page or copy the link: it opens on any device.",
    keepLabel: "Link to the order",
    keepWarn:
      "The link is the key: whoever has it sees the recipient and the address. Keep it to yourself.",
  },
} satisfies Catalogue
