import { moduleIntegrationTestRunner } from "@medusajs/test-utils"

import { createStripeClient } from "../lib/stripe-client"
import { CONNECT_MODULE } from "../modules/connect"
import type ConnectModuleService from "../modules/connect/service"
import { PROVIDER_CALL_MODULE } from "../modules/provider-call"
import type ProviderCallModuleService from "../modules/provider-call/service"
import { containerWith } from "../testing/container"
import { startModule } from "../testing/modules"
import { createSandbox, SANDBOX_OPTIONS } from "../testing/sandbox"
import {
  createConnectAccountWorkflow,
  createOnboardingLinkWorkflow,
  reverseTransfersWorkflow,
  transferConsignmentsWorkflow,
} from "."

jest.setTimeout(60_000)

const sandbox = createSandbox()
beforeAll(sandbox.start)
afterEach(sandbox.calmDown)
afterAll(sandbox.stop)
const stripe = createStripeClient(SANDBOX_OPTIONS)

let run = 0
const named = (prefix: string) => `${prefix}_${process.pid}_${run}`

moduleIntegrationTestRunner<ProviderCallModuleService>({
  moduleName: PROVIDER_CALL_MODULE,
  resolve: `${__dirname}/../modules/provider-call`,
  moduleOptions: SANDBOX_OPTIONS,
  pathToMigrations: [
    `${__dirname}/../modules/provider-call/migrations`,
    `${__dirname}/../modules/connect/migrations`,
  ],
  testSuite: ({ service, dbConfig }) => {
    let connect: ConnectModuleService
    let shutdown: () => Promise<void>
    beforeEach(async () => {
      run += 1
      const started = await startModule<ConnectModuleService>(
        CONNECT_MODULE,
        `${__dirname}/../modules/connect`,
        dbConfig,
      )
      connect = started.service
      shutdown = started.shutdown
    })
    afterEach(() => shutdown())

    const container = () =>
      containerWith({ [PROVIDER_CALL_MODULE]: service, [CONNECT_MODULE]: connect })
    const open = async () => {
      const { result } = await createConnectAccountWorkflow(container()).run({
        input: {
          seller_id: named("sel"),
          email: "coop@example.com",
          country: "HK",
          business_name: "盐源苹果合作社",
        },
      })
      return result
    }
    /** A seller who can be paid, and an order of 100 yuan that is paid. */
    const ready = async () => {
      const account = await open()
      await sandbox.onboard(account.account_id)
      await connect.storeState(account.account_id)
      const intent = await stripe.paymentIntents.create({
        amount: 10_000,
        currency: "cny",
        allowed_payment_method_types: ["card"],
        payment_method: "pm_card_visa",
        confirm: true,
        return_url: "https://shop.example/paid",
        transfer_group: named("order"),
      })
      return { account, payment_intent_id: intent.id }
    }
    const transfer = async (payment_intent_id: string, amount_fen = 9500) => {
      const { result } = await transferConsignmentsWorkflow(container()).run({
        input: {
          order_id: named("order"),
          payment_intent_id,
          currency_code: "cny",
          transfers: [
            {
              reference: named("payout"),
              consignment_id: named("cons"),
              seller_id: named("sel"),
              amount_fen,
            },
          ],
        },
      })
      return result
    }
    const sent = async () => (await stripe.transfers.list({ transfer_group: named("order") })).data

    describe("createConnectAccountWorkflow", () => {
      it("opens one account per seller, however often it runs", async () => {
        const account = await open()
        expect(account).toMatchObject({ seller_id: named("sel"), status: "onboarding" })
        expect((await open()).account_id).toBe(account.account_id)
      })

      it("opens no second account when the first answer was lost", async () => {
        await sandbox.arm({ mode: "timeout_after", route: "POST /v1/accounts", times: 3 })
        await expect(open()).rejects.toMatchObject({ code: "provider_unreachable" })
        await open()
        const accounts = (await stripe.accounts.list({ limit: 100 })).data
        expect(accounts.filter((one) => one.metadata?.seller_id === named("sel"))).toHaveLength(1)
      })
    })

    describe("onboarding", () => {
      it("gives the seller a link, and knows when the account can be paid", async () => {
        const { account_id } = await open()
        const { result: link } = await createOnboardingLinkWorkflow(container()).run({
          input: {
            seller_id: named("sel"),
            refresh_url: "https://shop.example/again",
            return_url: "https://shop.example/done",
          },
        })
        expect(link.url).toMatch(/^http/)
        expect(Date.parse(link.expires_at)).toBeGreaterThan(0)
        await sandbox.onboard(account_id)
        await connect.storeState(account_id)
        expect((await connect.accountOfSeller(named("sel")))?.status).toBe("active")
      })

      it("refuses a seller without an account", async () => {
        const input = {
          seller_id: "sel_none",
          refresh_url: "https://a.b/",
          return_url: "https://a.b/",
        }
        await expect(
          createOnboardingLinkWorkflow(container()).run({ input }),
        ).rejects.toMatchObject({ code: "account_not_opened" })
      })
    })

    describe("transferConsignmentsWorkflow", () => {
      it("sends a consignment's share once, in the order's group, from its charge", async () => {
        const { account, payment_intent_id } = await ready()
        const [first] = await transfer(payment_intent_id)
        const [again] = await transfer(payment_intent_id)
        expect(again).toEqual(first)
        expect(await sent()).toMatchObject([
          { amount: 9500, currency: "cny", destination: account.account_id },
        ])
      })

      it("sends once though the answer was lost", async () => {
        const { payment_intent_id } = await ready()
        await sandbox.arm({ mode: "timeout_after", route: "POST /v1/transfers", times: 3 })
        await expect(transfer(payment_intent_id)).rejects.toMatchObject({
          code: "provider_unreachable",
        })
        await transfer(payment_intent_id)
        expect(await sent()).toHaveLength(1)
      })

      it("refuses another amount under a reference that was sent", async () => {
        const { payment_intent_id } = await ready()
        await transfer(payment_intent_id)
        await expect(transfer(payment_intent_id, 9400)).rejects.toMatchObject({
          code: "provider_call_differs",
        })
      })

      it("refuses an account that can't be paid yet", async () => {
        const { payment_intent_id } = await ready()
        run += 1
        await open()
        await expect(transfer(payment_intent_id)).rejects.toMatchObject({
          code: "account_not_ready",
        })
      })
    })

    describe("reverseTransfersWorkflow", () => {
      const reverse = async (transfer_id: string, amount_fen: number) => {
        const { result } = await reverseTransfersWorkflow(container()).run({
          input: {
            order_id: named("order"),
            reversals: [
              { reference: named("ref"), transfer_id, seller_id: named("sel"), amount_fen },
            ],
          },
        })
        return result
      }

      it("takes back a refund's part once", async () => {
        const { payment_intent_id, account } = await ready()
        const [made] = await transfer(payment_intent_id)
        const [first] = await reverse(made!.transfer_id, 4750)
        const [again] = await reverse(made!.transfer_id, 4750)
        expect(again?.reversal_id).toBe(first?.reversal_id)
        expect(first?.receivable_fen).toBe(0)
        expect((await stripe.transfers.retrieve(made!.transfer_id)).amount_reversed).toBe(4750)
        expect(await connect.heldIn(account.account_id, "cny")).toBe(4750)
      })

      it("refuses to take back more than was sent", async () => {
        const { payment_intent_id } = await ready()
        const [made] = await transfer(payment_intent_id)
        await expect(reverse(made!.transfer_id, 9501)).rejects.toMatchObject({
          code: expect.any(String) as string,
        })
      })
    })
  },
})
