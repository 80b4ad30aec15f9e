import { test as base } from "@playwright/test"

import { CartPage } from "./pages/cart-page.ts"
import { CheckoutPage } from "./pages/checkout-page.ts"
import { LotDeskPage } from "./pages/lot-desk-page.ts"
import { ListingPage } from "./pages/listing-page.ts"
import { OrderPage } from "./pages/order-page.ts"
import { OverviewPage } from "./pages/overview-page.ts"
import { ParcelPage } from "./pages/parcel-page.ts"
import { PayPage } from "./pages/pay-page.ts"
import { ProductPage } from "./pages/product-page.ts"
import { ReceiptsPage } from "./pages/receipts-page.ts"
import { SignInPage } from "./pages/sign-in-page.ts"
import { WeighbridgePage } from "./pages/weighbridge-page.ts"

const DAY_MS = 86_400_000
const SHANGHAI_OFFSET_MS = 8 * 3_600_000
/** Longer than a test takes that compares figures of one day or month. */
const TEST_MS = 4 * 60_000

type Pages = {
  product: ProductPage
  cart: CartPage
  checkout: CheckoutPage
  bank: PayPage
  order: OrderPage
  listing: ListingPage
  parcel: ParcelPage
  receipts: ReceiptsPage
  signIn: SignInPage
  overview: OverviewPage
  lotDesk: LotDeskPage
  weighbridge: WeighbridgePage
}

export const test = base.extend<Pages & { oneDay: void }>({
  /** No test begins in the last minutes of a day in Shanghai: "this month" would be another after it. */
  oneDay: [
    async ({}, use) => {
      const leftMs = DAY_MS - ((Date.now() + SHANGHAI_OFFSET_MS) % DAY_MS)
      if (leftMs < TEST_MS) await new Promise((resolve) => setTimeout(resolve, leftMs + 1000))
      await use()
    },
    { auto: true, timeout: TEST_MS + 60_000 },
  ],
  product: async ({ page }, use) => await use(new ProductPage(page)),
  cart: async ({ page }, use) => await use(new CartPage(page)),
  checkout: async ({ page, bank }, use) => await use(new CheckoutPage(page, bank)),
  bank: async ({ page }, use) => await use(new PayPage(page)),
  order: async ({ page }, use) => await use(new OrderPage(page)),
  listing: async ({ page }, use) => await use(new ListingPage(page)),
  parcel: async ({ page }, use) => await use(new ParcelPage(page)),
  receipts: async ({ page }, use) => await use(new ReceiptsPage(page)),
  signIn: async ({ page }, use) => await use(new SignInPage(page)),
  overview: async ({ page }, use) => await use(new OverviewPage(page)),
  lotDesk: async ({ page }, use) => await use(new LotDeskPage(page)),
  weighbridge: async ({ page }, use) => await use(new WeighbridgePage(page)),
})

export { expect } from "@playwright/test"
