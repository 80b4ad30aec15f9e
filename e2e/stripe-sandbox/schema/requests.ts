/**
 * The parameters of every request that the sandbox answers, by the SDK's own types.
 * generate.ts turns this one interface into requests.json, and the route table is typed by it,
 * so a parameter that Stripe doesn't know can be neither sent nor read.
 */
import type Stripe from "stripe"

export interface Requests {
  accountCreate: Stripe.AccountCreateParams
  accountLinkCreate: Stripe.AccountLinkCreateParams
  accountList: Stripe.AccountListParams
  accountUpdate: Stripe.AccountUpdateParams
  balanceTransactionList: Stripe.BalanceTransactionListParams
  capabilityList: Stripe.AccountListCapabilitiesParams
  chargeList: Stripe.ChargeListParams
  chargeUpdate: Stripe.ChargeUpdateParams
  customerCreate: Stripe.CustomerCreateParams
  customerList: Stripe.CustomerListParams
  customerPaymentMethodList: Stripe.CustomerListPaymentMethodsParams
  customerUpdate: Stripe.CustomerUpdateParams
  disputeList: Stripe.DisputeListParams
  disputeUpdate: Stripe.DisputeUpdateParams
  eventList: Stripe.EventListParams
  paymentIntentCancel: Stripe.PaymentIntentCancelParams
  paymentIntentCapture: Stripe.PaymentIntentCaptureParams
  paymentIntentConfirm: Stripe.PaymentIntentConfirmParams
  paymentIntentCreate: Stripe.PaymentIntentCreateParams
  paymentIntentList: Stripe.PaymentIntentListParams
  paymentIntentRetrieve: Stripe.PaymentIntentRetrieveParams
  paymentIntentUpdate: Stripe.PaymentIntentUpdateParams
  paymentMethodAttach: Stripe.PaymentMethodAttachParams
  paymentMethodCreate: Stripe.PaymentMethodCreateParams
  paymentMethodList: Stripe.PaymentMethodListParams
  payoutCreate: Stripe.PayoutCreateParams
  payoutList: Stripe.PayoutListParams
  payoutUpdate: Stripe.PayoutUpdateParams
  refundCreate: Stripe.RefundCreateParams
  refundList: Stripe.RefundListParams
  refundUpdate: Stripe.RefundUpdateParams
  /** A request that takes nothing but `expand`. */
  retrieve: Stripe.ChargeRetrieveParams
  transferCreate: Stripe.TransferCreateParams
  transferList: Stripe.TransferListParams
  transferReversalCreate: Stripe.TransferCreateReversalParams
  transferReversalList: Stripe.TransferListReversalsParams
  transferReversalUpdate: Stripe.TransferUpdateReversalParams
  transferUpdate: Stripe.TransferUpdateParams
}

export type RequestName = keyof Requests
