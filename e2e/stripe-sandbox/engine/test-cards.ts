/**
 * Stripe's published test cards (https://docs.stripe.com/testing) that matter here: by number,
 * and by the ready-made payment method ids that stand for them.
 */
export interface Decline {
  code: string
  decline_code?: string
  message: string
}

interface TestCard {
  brand: "amex" | "mastercard" | "unionpay" | "visa"
  country: string
  funding: "credit" | "debit"
  /** Refuses every charge, before or after authentication. */
  decline?: Decline
  /** Refuses to be attached to a customer. */
  isRefusedOnAttach?: boolean
  /** `always`: each payment needs a challenge; `setup`: only until it was set up for later use. */
  threeDSecure?: "always" | "setup"
  dispute?: { reason: string; isInquiry?: boolean }
  refund?: "fails" | "settles_later"
  /** Funds are available at once instead of after the settlement delay. */
  bypassesPending?: boolean
}

const declined = (decline_code: string): Decline => ({
  code: "card_declined",
  decline_code,
  message: "Your card was declined.",
})

const visa = { brand: "visa", country: "US", funding: "credit" } as const
const insufficientFunds: Decline = {
  ...declined("insufficient_funds"),
  message: "Your card has insufficient funds.",
}

const cards: Record<string, TestCard> = {
  "4242424242424242": visa,
  "4000056655665556": { ...visa, funding: "debit" },
  "5555555555554444": { ...visa, brand: "mastercard" },
  "378282246310005": { ...visa, brand: "amex" },
  "6200000000000005": { ...visa, brand: "unionpay", country: "CN" },
  "4000001560000002": { ...visa, country: "CN" },
  "4000003440000004": { ...visa, country: "HK" },
  "4000000000000002": {
    ...visa,
    decline: declined("generic_decline"),
    isRefusedOnAttach: true,
  },
  "4000000000009995": { ...visa, decline: insufficientFunds },
  "4000000000009987": { ...visa, decline: declined("lost_card") },
  "4000000000009979": { ...visa, decline: declined("stolen_card") },
  "4100000000000019": { ...visa, decline: declined("fraudulent") },
  "4000000000006975": { ...visa, decline: declined("card_velocity_exceeded") },
  "4000000000000069": {
    ...visa,
    decline: {
      code: "expired_card",
      decline_code: "expired_card",
      message: "Your card has expired.",
    },
  },
  "4000000000000127": {
    ...visa,
    decline: {
      code: "incorrect_cvc",
      decline_code: "incorrect_cvc",
      message: "Your card's security code is incorrect.",
    },
  },
  "4000000000000119": {
    ...visa,
    decline: {
      code: "processing_error",
      decline_code: "processing_error",
      message: "An error occurred while processing your card. Try again in a little bit.",
    },
  },
  "4000000000000341": { ...visa, decline: declined("generic_decline") },
  "4000002500003155": { ...visa, threeDSecure: "setup" },
  "4000002760003184": { ...visa, threeDSecure: "always" },
  "4000000000003220": { ...visa, threeDSecure: "always" },
  "4000008400001629": { ...visa, threeDSecure: "always", decline: declined("generic_decline") },
  "4000008260003178": { ...visa, threeDSecure: "always", decline: insufficientFunds },
  "4000000000000259": { ...visa, dispute: { reason: "fraudulent" } },
  "4000000000002685": { ...visa, dispute: { reason: "product_not_received" } },
  "4000000000001976": { ...visa, dispute: { reason: "fraudulent", isInquiry: true } },
  "4000000000005126": { ...visa, refund: "fails" },
  "4000000000007726": { ...visa, refund: "settles_later" },
  "4000000000000077": { ...visa, bypassesPending: true },
}

const numberOfId: Record<string, string> = {
  pm_card_visa: "4242424242424242",
  pm_card_visa_debit: "4000056655665556",
  pm_card_mastercard: "5555555555554444",
  pm_card_amex: "378282246310005",
  pm_card_unionpay: "6200000000000005",
  pm_card_cn: "4000001560000002",
  pm_card_hk: "4000003440000004",
  pm_card_chargeDeclined: "4000000000000002",
  pm_card_visa_chargeDeclined: "4000000000000002",
  pm_card_chargeDeclinedInsufficientFunds: "4000000000009995",
  pm_card_visa_chargeDeclinedInsufficientFunds: "4000000000009995",
  pm_card_visa_chargeDeclinedLostCard: "4000000000009987",
  pm_card_visa_chargeDeclinedStolenCard: "4000000000009979",
  pm_card_radarBlock: "4100000000000019",
  pm_card_visa_chargeDeclinedVelocityLimitExceeded: "4000000000006975",
  pm_card_chargeDeclinedExpiredCard: "4000000000000069",
  pm_card_chargeDeclinedIncorrectCvc: "4000000000000127",
  pm_card_chargeDeclinedProcessingError: "4000000000000119",
  pm_card_chargeCustomerFail: "4000000000000341",
  pm_card_authenticationRequiredOnSetup: "4000002500003155",
  pm_card_authenticationRequired: "4000002760003184",
  pm_card_threeDSecure2Required: "4000000000003220",
  pm_card_threeDSecureRequiredChargeDeclined: "4000008400001629",
  pm_card_authenticationRequiredChargeDeclinedInsufficientFunds: "4000008260003178",
  pm_card_createDispute: "4000000000000259",
  pm_card_createDisputeProductNotReceived: "4000000000002685",
  pm_card_createDisputeInquiry: "4000000000001976",
  pm_card_refundFail: "4000000000005126",
  pm_card_pendingRefund: "4000000000007726",
  pm_card_bypassPending: "4000000000000077",
}

export const testCard = (number: string): TestCard | undefined => cards[number]

/** The card number behind a ready-made id such as `pm_card_visa`, or `tok_visa`. */
export const numberOfTestId = (id: string): string | undefined =>
  numberOfId[id.replace(/^tok_/, "pm_card_")]
