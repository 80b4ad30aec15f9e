import type Stripe from "stripe"
import { newId } from "../state/ids.ts"
import { orNull } from "./or-null.ts"
import { stringsOf } from "./payment-intent.ts"

type Params = Stripe.AccountCreateParams

/** A connected account before onboarding: nothing enabled, everything still due. */
export function accountObject(created: number, params: Params): Stripe.Account {
  const id = newId("acct")
  const country = params.country ?? "HK"
  return {
    id,
    object: "account",
    business_profile: businessProfile(params),
    business_type: params.business_type ?? null,
    capabilities: capabilitiesOf(params),
    charges_enabled: false,
    controller: controllerOf(params),
    country,
    created,
    default_currency: params.default_currency ?? currencyOf[country] ?? "usd",
    details_submitted: false,
    email: params.email ?? null,
    external_accounts: {
      object: "list",
      data: [],
      has_more: false,
      url: `/v1/accounts/${id}/external_accounts`,
    },
    future_requirements: noRequirements(),
    metadata: stringsOf(params.metadata),
    payouts_enabled: false,
    requirements: { ...noRequirements(), ...allDue() },
    settings: settingsOf(params),
    tos_acceptance: { date: null, ip: null, user_agent: null },
    type: params.type ?? (params.controller ? "none" : "standard"),
  } satisfies Stripe.Account
}

const currencyOf: Record<string, string> = { HK: "hkd", SG: "sgd", JP: "jpy", GB: "gbp", US: "usd" }

const dueAtFirst = [
  "business_profile.url",
  "business_type",
  "external_account",
  "tos_acceptance.date",
  "tos_acceptance.ip",
]

const allDue = () => ({
  currently_due: [...dueAtFirst],
  eventually_due: [...dueAtFirst],
  past_due: [...dueAtFirst],
  disabled_reason: "requirements.past_due" as const,
})

export const noRequirements = () =>
  ({
    alternatives: [],
    current_deadline: null,
    currently_due: [],
    disabled_reason: null,
    errors: [],
    eventually_due: [],
    past_due: [],
    pending_verification: [],
  }) satisfies Stripe.Account.Requirements

export function capabilitiesOf(params: Pick<Params, "capabilities">): Stripe.Account.Capabilities {
  const capabilities: Record<string, string> = {}
  for (const [name, wish] of Object.entries(params.capabilities ?? {})) {
    if ((wish as { requested?: boolean }).requested) capabilities[name] = "inactive"
  }
  return capabilities
}

function businessProfile({ business_profile: given = {} }: Params): Stripe.Account.BusinessProfile {
  return {
    annual_revenue: null,
    estimated_worker_count: null,
    mcc: given.mcc ?? null,
    minority_owned_business_designation: null,
    name: given.name ?? null,
    product_description: given.product_description ?? null,
    specified_commercial_transactions_act_url: null,
    support_address: null,
    support_email: given.support_email ?? null,
    support_phone: given.support_phone ?? null,
    support_url: null,
    url: given.url ?? null,
  } satisfies Stripe.Account.BusinessProfile
}

const ofStandard = { payer: "account", payments: "stripe", collector: "stripe", dashboard: "full" }

/** What the legacy `type` implies. */
const impliedBy: Record<string, typeof ofStandard> = {
  standard: ofStandard,
  express: {
    payer: "application",
    payments: "application",
    collector: "stripe",
    dashboard: "express",
  },
  custom: {
    payer: "application",
    payments: "application",
    collector: "application",
    dashboard: "none",
  },
}

/** Who answers for fees, losses and papers: as given, or as the legacy `type` implies. */
function controllerOf({ controller = {}, type = "standard" }: Params): Stripe.Account.Controller {
  const implied = impliedBy[type] ?? ofStandard
  const { fees, losses, requirement_collection, stripe_dashboard } = controller
  return {
    fees: { payer: implied.payer, ...fees },
    is_controller: true,
    losses: { payments: implied.payments, ...losses },
    requirement_collection: requirement_collection ?? implied.collector,
    stripe_dashboard: { type: implied.dashboard, ...stripe_dashboard },
    type: "application",
  } satisfies Stripe.Account.Controller
}

function settingsOf({ settings }: Params): Stripe.Account.Settings {
  const payments = settings?.payments ?? {}
  const payouts = settings?.payouts ?? {}
  return {
    branding: { icon: null, logo: null, primary_color: null, secondary_color: null },
    card_payments: {
      statement_descriptor_prefix: null,
      statement_descriptor_prefix_kana: null,
      statement_descriptor_prefix_kanji: null,
    },
    dashboard: { display_name: null, timezone: "Etc/UTC" },
    payments: {
      statement_descriptor: orNull(payments.statement_descriptor),
      statement_descriptor_kana: null,
      statement_descriptor_kanji: null,
      statement_descriptor_prefix_kana: null,
      statement_descriptor_prefix_kanji: null,
    },
    payouts: {
      debit_negative_balances: payouts.debit_negative_balances ?? false,
      schedule: { delay_days: 7, interval: payouts.schedule?.interval ?? "daily" },
      statement_descriptor: orNull(payouts.statement_descriptor),
    },
  } satisfies Stripe.Account.Settings
}

/** The simulated bank account that onboarding adds. */
export function bankAccountObject(account: Stripe.Account, currency: string): Stripe.BankAccount {
  return {
    id: newId("ba"),
    object: "bank_account",
    account: account.id,
    account_holder_name: account.business_profile?.name ?? null,
    account_holder_type: "company",
    account_type: null,
    available_payout_methods: ["standard"],
    bank_name: "SANDBOX BANK (SIMULATED)",
    country: account.country ?? "HK",
    currency,
    default_for_currency: true,
    fingerprint: "SandboxBank",
    last4: "6789",
    metadata: {},
    routing_number: "110-000",
    status: "new",
  } satisfies Stripe.BankAccount
}

export function capabilityObject(account: Stripe.Account, name: string): Stripe.Capability {
  const status = (account.capabilities as Record<string, string>)[name] ?? "unrequested"
  return {
    id: name,
    object: "capability",
    account: account.id,
    requested: status !== "unrequested",
    requested_at: account.created ?? null,
    status,
  } satisfies Stripe.Capability
}
