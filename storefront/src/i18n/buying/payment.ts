import type { PayMethod } from "~/features/checkout/pay-method"
import { hanziCount } from "~/lib/hanzi"

import type { Catalogue } from "../catalogue"

type MethodWords = Record<PayMethod, string>

/** Words of paying: the methods, the pages that wait, and what can come of a payment. */
export const payment = {
  "zh-CN": {
    legend: "付款方式",
    names: { alipay: "支付宝", wechat_pay: "微信支付", card: "银行卡" } satisfies MethodWords,
    notes: {
      alipay: "跳到支付宝付款，付好自动回来",
      wechat_pay: "用微信扫码；在手机上直接打开",
      card: "银联、Visa、万事达；下一步填卡号",
    } satisfies MethodWords,
    noScript: "填卡号要用浏览器脚本。这台浏览器关着脚本，请选支付宝或微信支付。",
    pay: {
      alipay: "支付宝付款",
      wechat_pay: "微信支付",
      card: "用银行卡付",
    } satisfies MethodWords,
    simulated: "模拟支付：走完整个流程，但不动真钱。",
    refused: (message: string) => `没有付成：${message}`,
    amount: "应付",
    amountHeld: "已付",
    wechatTitle: "用微信付款",
    wechatLead: "打开微信，扫一扫这个码，在微信里确认。付好了，这一页会自己往下走。",
    wechatAlt: "微信支付的二维码",
    wechatOpen: "在这台手机上付",
    wechatOpenNote: "付好后回到这一页。",
    waitingUntil: (time: string) => `这一页会等到 ${time}，不用刷新。`,
    waitingOver: "等了一刻钟还没有收到付款。码还能用：付好了按下面的按钮。",
    lookAgain: "我付好了，看一下",
    otherWay: "换一种付法",
    otherWayNote: "地址和选好的寄法都还在。",
    cardTitle: "用银行卡付款",
    cardLead: "卡号由收款方 Stripe 直接收取，不经过我们，也不留在我们这里。",
    cardNoScript:
      "这一步要用浏览器脚本：卡号直接交给收款方，不能经过我们。请打开脚本，或换一种付法。",
    cardLoading: "正在打开填卡的格子……",
    cardUnreachable: "填卡的格子打不开，可能是网络不通。付款没有发生，请再试一次，或换一种付法。",
    cardPay: (amount: string) => `付款 ${amount}`,
    cardPaying: "正在付款，请不要关掉这一页……",
    cardFailed: "付款没有通过，钱没有动。请再试一次。",
    waitingTitle: "还没有收到付款",
    waitingLead: {
      alipay: "支付宝还没有告诉我们结果。若已经付了，这一页会自己往下走；若还没有，可以接着付。",
      wechat_pay: "微信还没有告诉我们结果。若已经付了，这一页会自己往下走；若还没有，可以接着付。",
      card: "银行还没有告诉我们结果。若已经付了，这一页会自己往下走；若还没有，可以接着付。",
    } satisfies MethodWords,
    placingTitle: "钱收到了，正在下单",
    placingLead: "请稍候几秒，不用再付。关掉这一页也没有关系，订单照样会成。",
    goOn: {
      alipay: "回支付宝接着付",
      wechat_pay: "回去扫码",
      card: "回去填卡",
    } satisfies MethodWords,
    refundedTitle: "没有买成，钱已经退回",
    refundedBack: (amount: string, method: PayMethod | null) =>
      method === null
        ? `${amount} 已原路退回。`
        : {
            alipay: `${amount} 已退回支付宝。`,
            wechat_pay: `${amount} 已退回微信。`,
            card: `${amount} 已退回付款的那张卡。`,
          }[method],
    refundedWhen: "到账快慢看支付渠道，一般几分钟，银行卡可能要几天。",
    refundedWhy: {
      stock: (count: number) => `您付款的那会儿，有${hanziCount(count)}样货刚好卖完了：`,
      price: "您付款的那会儿，有货的价钱变了，所以没有按旧价成单。",
      closed: "您付款的那会儿，有一家卖方停了售卖。",
      changed: "您付款的那会儿，货或价钱有了变化，所以没有成单。",
      other: (message: string) => `订单没有成：${message}`,
    },
    kept: "其余的货还在购物篮里，地址也还在。",
    backToCart: "回购物篮看看",
    payAnew: "看一遍再付",
    nothingTitle: "这里没有等着付的款",
    nothingLead: "可能已经付好、换了一种付法，或者这个网址旧了。",
    myOrders: "看我的订单",
    toCart: "看购物篮",
  },
  en: {
    legend: "How to pay",
    names: { alipay: "Alipay", wechat_pay: "WeChat Pay", card: "Card" } satisfies MethodWords,
    notes: {
      alipay: "You go to Alipay and come back by yourself",
      wechat_pay: "Scan a code with WeChat; on a phone it opens there",
      card: "UnionPay, Visa, Mastercard; the number is the next step",
    } satisfies MethodWords,
    noScript:
      "Typing a card needs scripts, which this browser has off. Choose Alipay or WeChat Pay.",
    pay: {
      alipay: "Pay with Alipay",
      wechat_pay: "Pay with WeChat",
      card: "Pay by card",
    } satisfies MethodWords,
    simulated: "Simulated payment: every step is there, no money moves.",
    refused: (message: string) => `Not paid: ${message}`,
    amount: "To pay",
    amountHeld: "Paid",
    wechatTitle: "Pay with WeChat",
    wechatLead:
      "Open WeChat, scan this code and confirm there. When it is paid, this page goes on by itself.",
    wechatAlt: "QR code of WeChat Pay",
    wechatOpen: "Pay on this phone",
    wechatOpenNote: "Come back to this page afterwards.",
    waitingUntil: (time: string) => `This page waits until ${time}; no need to reload.`,
    waitingOver:
      "No payment has come for a quarter of an hour. The code is still good: press the button once you have paid.",
    lookAgain: "I have paid, look again",
    otherWay: "Pay another way",
    otherWayNote: "Your address and delivery choices are kept.",
    cardTitle: "Pay by card",
    cardLead:
      "The card number goes straight to Stripe, who takes the payment. It never reaches us and we keep none of it.",
    cardNoScript:
      "This step needs scripts: the card number goes straight to who takes the payment and must not pass through us. Turn scripts on, or pay another way.",
    cardLoading: "Opening the card fields …",
    cardUnreachable:
      "The card fields could not be opened, perhaps for want of a network. Nothing was paid. Try again, or pay another way.",
    cardPay: (amount: string) => `Pay ${amount}`,
    cardPaying: "Paying. Please keep this page open …",
    cardFailed: "The payment did not go through and no money moved. Please try again.",
    waitingTitle: "No payment has come yet",
    waitingLead: {
      alipay:
        "Alipay has not told us the outcome. If you have paid, this page goes on by itself; if not, you can go on paying.",
      wechat_pay:
        "WeChat has not told us the outcome. If you have paid, this page goes on by itself; if not, you can go on paying.",
      card: "The bank has not told us the outcome. If you have paid, this page goes on by itself; if not, you can go on paying.",
    } satisfies MethodWords,
    placingTitle: "Paid; your order is being placed",
    placingLead:
      "A few seconds, and nothing more to pay. You may even close this page: the order is placed all the same.",
    goOn: {
      alipay: "Go on in Alipay",
      wechat_pay: "Back to the code",
      card: "Back to the card",
    } satisfies MethodWords,
    refundedTitle: "Not bought, and your money went back",
    refundedBack: (amount: string, method: PayMethod | null) =>
      method === null
        ? `${amount} went back the way it came.`
        : `${amount} was refunded to ${{ alipay: "Alipay", wechat_pay: "WeChat Pay", card: "the card you paid with" }[method]}.`,
    refundedWhen:
      "When it arrives is up to the payment service: minutes as a rule, for a card perhaps days.",
    refundedWhy: {
      stock: (count: number) =>
        count === 1
          ? "While you were paying, one of your goods sold out:"
          : `While you were paying, ${count} of your goods sold out:`,
      price: "While you were paying, a price changed, so the order was not placed at the old one.",
      closed: "While you were paying, a seller stopped selling.",
      changed: "While you were paying, goods or prices changed, so the order was not placed.",
      other: (message: string) => `The order was not placed: ${message}`,
    },
    kept: "The rest is still in your basket, and so is the address.",
    backToCart: "Back to the basket",
    payAnew: "Look again and pay",
    nothingTitle: "No payment is waiting here",
    nothingLead: "It may be paid already, paid another way, or this address is an old one.",
    myOrders: "See your orders",
    toCart: "See the basket",
  },
} satisfies Catalogue
