import type { MedusaContainer } from "@medusajs/framework/types"
import { ALERT_MODULE } from "@shangxing/attribution/modules/alert"
import type AlertModuleService from "@shangxing/attribution/modules/alert/service"
import { LEDGER_MODULE } from "@shangxing/attribution/modules/ledger"
import type LedgerModuleService from "@shangxing/attribution/modules/ledger/service"
import { RECEIPT_MODULE } from "@shangxing/attribution/modules/receipt"
import type ReceiptModuleService from "@shangxing/attribution/modules/receipt/service"
import { STATION_MODULE } from "@shangxing/attribution/modules/station"
import type StationModuleService from "@shangxing/attribution/modules/station/service"
import { CHECKOUT_MODULE } from "@shangxing/marketplace/modules/checkout"
import type CheckoutModuleService from "@shangxing/marketplace/modules/checkout/service"
import { CONSIGNMENT_MODULE } from "@shangxing/marketplace/modules/consignment"
import type ConsignmentModuleService from "@shangxing/marketplace/modules/consignment/service"
import { PAYOUT_MODULE } from "@shangxing/marketplace/modules/payout"
import type PayoutModuleService from "@shangxing/marketplace/modules/payout/service"
import { SELLER_MODULE } from "@shangxing/marketplace/modules/seller"
import type SellerModuleService from "@shangxing/marketplace/modules/seller/service"
import { AGREEMENT_MODULE } from "@shangxing/provenance/modules/agreement"
import type AgreementModuleService from "@shangxing/provenance/modules/agreement/service"
import { DIVISION_MODULE } from "@shangxing/provenance/modules/division"
import type DivisionModuleService from "@shangxing/provenance/modules/division/service"
import { LOT_MODULE } from "@shangxing/provenance/modules/lot"
import type LotModuleService from "@shangxing/provenance/modules/lot/service"
import { REGISTRY_MODULE } from "@shangxing/provenance/modules/registry"
import type RegistryModuleService from "@shangxing/provenance/modules/registry/service"
import { CONNECT_MODULE } from "@shangxing/stripe/modules/connect"
import type ConnectModuleService from "@shangxing/stripe/modules/connect/service"
import { PROVIDER_CALL_MODULE } from "@shangxing/stripe/modules/provider-call"
import type ProviderCallModuleService from "@shangxing/stripe/modules/provider-call/service"
import { TRACE_MODULE } from "@shangxing/provenance/modules/trace"
import type TraceModuleService from "@shangxing/provenance/modules/trace/service"

/** The plugins' modules, typed: what the composing code reads through. */
export const modules = {
  agreements: (container: MedusaContainer) =>
    container.resolve<AgreementModuleService>(AGREEMENT_MODULE),
  alerts: (container: MedusaContainer) => container.resolve<AlertModuleService>(ALERT_MODULE),
  checkout: (container: MedusaContainer) =>
    container.resolve<CheckoutModuleService>(CHECKOUT_MODULE),
  connect: (container: MedusaContainer) => container.resolve<ConnectModuleService>(CONNECT_MODULE),
  consignments: (container: MedusaContainer) =>
    container.resolve<ConsignmentModuleService>(CONSIGNMENT_MODULE),
  divisions: (container: MedusaContainer) =>
    container.resolve<DivisionModuleService>(DIVISION_MODULE),
  ledger: (container: MedusaContainer) => container.resolve<LedgerModuleService>(LEDGER_MODULE),
  lots: (container: MedusaContainer) => container.resolve<LotModuleService>(LOT_MODULE),
  payouts: (container: MedusaContainer) => container.resolve<PayoutModuleService>(PAYOUT_MODULE),
  providerCalls: (container: MedusaContainer) =>
    container.resolve<ProviderCallModuleService>(PROVIDER_CALL_MODULE),
  receipts: (container: MedusaContainer) => container.resolve<ReceiptModuleService>(RECEIPT_MODULE),
  registry: (container: MedusaContainer) =>
    container.resolve<RegistryModuleService>(REGISTRY_MODULE),
  sellers: (container: MedusaContainer) => container.resolve<SellerModuleService>(SELLER_MODULE),
  stations: (container: MedusaContainer) => container.resolve<StationModuleService>(STATION_MODULE),
  trace: (container: MedusaContainer) => container.resolve<TraceModuleService>(TRACE_MODULE),
}
