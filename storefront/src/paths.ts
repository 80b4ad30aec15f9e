/**
 * Every address of the shop, without its language: wrap it in `localized(locale, …)`. Ids and
 * handles come from the backend and are encoded here, nowhere else.
 */

type Query = Record<string, string | number | readonly string[] | null | undefined>

export type SearchQuery = {
  q?: string
  county?: readonly string[]
  seller?: readonly string[]
  page?: number
}

export const paths = {
  home: () => "/",
  counties: () => "/counties",
  county: (code: string) => `/county/${part(code)}`,
  product: (handle: string) => `/product/${part(handle)}`,
  search: (query: SearchQuery = {}) => withQuery("/search", query),
  /** GS1 Digital Link: this is what the code on the pack says, so it is never localized there. */
  trace: (gtin: string, lot: string) => `/01/${part(gtin)}/10/${part(lot)}`,
  /** One pack's own code. */
  serial: (gtin: string, lot: string, serial: string) =>
    `/01/${part(gtin)}/10/${part(lot)}/21/${part(serial)}`,

  cart: () => "/cart",
  checkout: () => "/checkout",
  /** The checkout once more, with word of what came of the payment. */
  checkoutDeclined: () => "/checkout?payment=declined",
  checkoutCard: () => "/checkout/card",
  /** The QR code to pay by; `since` is when it was opened, in seconds. */
  checkoutWechat: (since: number) => withQuery("/checkout/wechat", { since }),
  /** Where a payment comes back to; it may be another device than the one that left. */
  checkoutReturn: (cart?: string, key?: string | null) =>
    withQuery("/checkout/return", { cart, key }),
  checkoutState: (cart: string, key?: string | null) => withQuery("/checkout/state", { cart, key }),
  /** `key` is the signed key that opens the order on any device. */
  order: (id: string, key?: string | null) => withQuery(`/order/${part(id)}`, { key }),
  findOrder: () => "/order/find",
  signIn: (next?: string) => withQuery("/sign-in", { next }),
  signOut: () => "/sign-out",
  register: (next?: string) => withQuery("/register", { next }),
  account: () => "/account",

  seller: {
    home: () => "/seller",
    signIn: (next?: string) => withQuery("/seller/sign-in", { next }),
    signOut: () => "/seller/sign-out",
    password: (query: { done?: string } = {}) => withQuery("/seller/password", query),
    consignments: (query: { status?: string; page?: number } = {}) =>
      withQuery("/seller/consignments", query),
    consignment: (id: string) => `/seller/consignments/${part(id)}`,
    products: () => "/seller/products",
    newProduct: () => "/seller/products/new",
    product: (id: string) => `/seller/products/${part(id)}`,
    lots: () => "/seller/lots",
    payouts: (query: { month?: string } = {}) => withQuery("/seller/payouts", query),
    /** The listing with word of what was just done to it. */
    productDone: (id: string, done: "saved" | "submitted") =>
      withQuery(`/seller/products/${part(id)}`, { done }),
    consignmentDone: (id: string, done: "shipped" | "refunded" | "cancelled") =>
      withQuery(`/seller/consignments/${part(id)}`, { done }),
    uploads: () => "/seller/uploads",
    weighbridge: () => "/seller/weighbridge",
    weighbridgeSync: () => "/seller/deliveries/sync",
    weighbridgeWorker: () => "/seller/weighbridge-worker.js",
    deliveries: (query: { state?: string; page?: number; done?: string } = {}) =>
      withQuery("/seller/deliveries", query),
    delivery: (id: string) => `/seller/deliveries/${part(id)}`,
    newLot: () => "/seller/lots/new",
    lot: (id: string, query: { done?: string } = {}) =>
      withQuery(`/seller/lots/${part(id)}`, query),
    lotOrders: (id: string) => `/seller/lots/${part(id)}/orders`,
    labels: () => "/seller/labels",
    agreements: () => "/seller/agreements",
    newAgreement: () => "/seller/agreements/new",
    agreement: (id: string) => `/seller/agreements/${part(id)}`,
    agreementForm: (id: string, version: number) =>
      withQuery(`/seller/agreements/${part(id)}/form`, { version }),
    archive: () => "/seller/archive",
    receipts: (
      query: {
        state?: string
        household?: string
        page?: number
        all?: string
        done?: string
      } = {},
    ) => withQuery("/seller/receipts", query),
    receipt: (id: string, query: { done?: string } = {}) =>
      withQuery(`/seller/receipts/${part(id)}`, query),
    newReceipt: () => "/seller/receipts/new",
    statements: (query: { period?: string } = {}) =>
      withQuery("/seller/receipts/statements", query),
    statementSheets: (batch: string) => withQuery("/seller/receipts/statements/sheets", { batch }),
    patronage: (query: { year?: number; done?: string } = {}) =>
      withQuery("/seller/patronage", query),
    patronageSheets: (year: number) => withQuery("/seller/patronage/sheets", { year }),
    statement: (query: { month?: string; row?: string } = {}) =>
      withQuery("/seller/statement", query),
  },

  station: {
    home: (query: { done?: string } = {}) => withQuery("/station", query),
    signIn: (next?: string) => withQuery("/station/sign-in", { next }),
    signOut: () => "/station/sign-out",
    password: (query: { done?: string } = {}) => withQuery("/station/password", query),
    purchases: (query: { done?: string; q?: string; household?: string } = {}) =>
      withQuery("/station/purchases", query),
  },

  official: {
    home: () => "/official",
    signIn: (next?: string) => withQuery("/official/sign-in", { next }),
    signOut: () => "/official/sign-out",
    password: (query: { done?: string } = {}) => withQuery("/official/password", query),
    /** `period` is a month, a year or two days (`2026-03-01..2026-05-31`); without it the running month. */
    division: (code: string, query: Query = {}) => withQuery(`/official/${part(code)}`, query),
    /** A list or ledger of a division: `entries`, `receipts`, `stations`… */
    divisionPage: (code: string, page: string, query: Query = {}) =>
      withQuery(`/official/${part(code)}/${part(page)}`, query),
    households: (
      code: string,
      query: { month?: string; benefit?: "some" | "none"; offset?: number } = {},
    ) => withQuery(`/official/${part(code)}/households`, query),
    /** `period` as above; without it the last twelve months. */
    household: (id: string, query: Query = {}) =>
      withQuery(`/official/household/${part(id)}`, query),
    registry: () => "/official/registry",
    registryTemplate: () => "/official/registry/template",
    registryImport: (id: string) => `/official/registry/${part(id)}`,
    registryErrors: (id: string) => `/official/registry/${part(id)}/errors`,
    stations: (code: string, query: { period?: string } = {}) =>
      withQuery(`/official/${part(code)}/stations`, query),
    stationFiles: (code: string, query: { kind?: string } = {}) =>
      withQuery(`/official/${part(code)}/stations/files`, query),
    stationTemplate: (code: string, kind: string) =>
      withQuery(`/official/${part(code)}/stations/files/template`, { kind }),
    stationFile: (code: string, id: string) => `/official/${part(code)}/stations/files/${part(id)}`,
    newStation: (code: string) => `/official/${part(code)}/stations/new`,
    station: (code: string, id: string, query: { done?: string } = {}) =>
      withQuery(`/official/${part(code)}/stations/${part(id)}`, query),
    incomeLines: (code: string, query: { done?: string; supersede?: string } = {}) =>
      withQuery(`/official/${part(code)}/income-lines`, query),
    alerts: (
      code: string,
      query: { state?: string; kind?: string; offset?: number; done?: string } = {},
    ) => withQuery(`/official/${part(code)}/alerts`, query),
    looks: (query: { offset?: number } = {}) => withQuery("/official/registry/looks", query),
  },
}

function part(value: string): string {
  return encodeURIComponent(value)
}

function withQuery(path: string, query: Query): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === "") continue
    if (typeof value === "object") value.forEach((item) => params.append(name, item))
    else params.append(name, String(value))
  }
  return params.size ? `${path}?${params}` : path
}
