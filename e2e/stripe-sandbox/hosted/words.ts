/** Texts of the hosted pages. Each says first that it is a simulation. */
export type Language = "en" | "zh"

/** From `?lang=` or the browser's Accept-Language; Chinese unless English is preferred. */
export function languageOf(url: URL, header: string | undefined): Language {
  const asked = url.searchParams.get("lang") ?? header ?? ""
  return asked.trim().toLowerCase().startsWith("en") ? "en" : "zh"
}

const zh = {
  simulated: "模拟页面",
  warning: "这是本地沙盒的模拟页面，不是真实的支付服务，不会产生任何真实扣款或转账。",
  amount: "金额",
  merchantReference: "付款编号",
  alipayTitle: "支付宝（模拟）",
  alipayAsk: "在真实环境中，您会在支付宝里确认这笔付款。请选择模拟的结果：",
  wechatTitle: "微信支付（模拟）",
  wechatAsk: "在真实环境中，您会用微信扫描二维码并确认付款。请选择模拟的结果：",
  wechatScan: "用手机扫描可打开本页",
  threeTitle: "银行卡 3-D Secure 验证（模拟）",
  threeAsk: "在真实环境中，发卡行会要求您验证身份。请选择模拟的结果：",
  approve: "同意付款",
  decline: "拒绝付款",
  authenticate: "验证成功",
  failAuthentication: "验证失败",
  connectTitle: "商家入驻（模拟）",
  connectAsk: "在真实环境中，商家会在这里提交主体资料和收款账户。请选择模拟的结果：",
  account: "账户",
  complete: "提交全部资料（账户启用）",
  incomplete: "提交不完整（仍需补充身份文件）",
  bankRefuses: "提交资料，但银行会退回打款",
  leave: "暂不提交，返回",
  paidTitle: "付款已模拟完成",
  paid: "您可以回到原来的页面，结果会自动更新。",
  failedTitle: "付款未完成（模拟）",
  failed: "您可以回到原来的页面，重新选择支付方式。",
  goneTitle: "此页面已失效",
  gone: "这笔付款已经完成、取消，或已换了另一种方式。请回到商店页面查看最新状态。",
}

const en: typeof zh = {
  simulated: "Simulated page",
  warning: "This is a page of the local sandbox, not a real payment service. No money moves.",
  amount: "Amount",
  merchantReference: "Payment",
  alipayTitle: "Alipay (simulated)",
  alipayAsk: "With the real service you would confirm this payment in Alipay. Choose the outcome:",
  wechatTitle: "WeChat Pay (simulated)",
  wechatAsk:
    "With the real service you would scan the code with WeChat and confirm. Choose the outcome:",
  wechatScan: "Scan with a phone to open this page there",
  threeTitle: "Card authentication, 3-D Secure (simulated)",
  threeAsk:
    "With the real service your bank would ask you to prove who you are. Choose the outcome:",
  approve: "Approve the payment",
  decline: "Decline the payment",
  authenticate: "Authentication succeeds",
  failAuthentication: "Authentication fails",
  connectTitle: "Seller onboarding (simulated)",
  connectAsk:
    "With the real service the seller would give details of the business and its bank account here. Choose the outcome:",
  account: "Account",
  complete: "Submit everything (account enabled)",
  incomplete: "Submit incompletely (a document is still due)",
  bankRefuses: "Submit, but the bank will return payouts",
  leave: "Not now, go back",
  paidTitle: "Payment simulated",
  paid: "You may return to the page you came from; it updates by itself.",
  failedTitle: "Payment not completed (simulated)",
  failed: "You may return to the page you came from and choose another payment method.",
  goneTitle: "This page is no longer valid",
  gone: "The payment was completed, canceled or changed. See the shop's page for its state.",
}

export const words: Record<Language, typeof zh> = { zh, en }
