import { ApiError } from "~/lib/api"
import { textOf } from "~/lib/form"
import { apiFor, type SessionContext } from "~/lib/session.server"
import { paths } from "~/paths"

import { type Basket, type Bilingual, linesOf, type StoreLineProduct } from "./cart"
import { addToCart, fetchLineProducts, readBasket, setQuantity } from "./cart.server"
import { type QuantityWish, readWishes } from "./quantity-form"
import { isStockRefusal, type LineProblem, type LineProblems, readQuantity } from "./refusal"

/** Goods that could not be put into the basket, with what the buyer typed. */
export type RefusedAdd = {
  variantId: string
  title: Bilingual | null
  handle: string | null
  problem: LineProblem
}

/** The basket with what is wrong with it, and the status that the page answers. */
export type CartView = {
  status: number
  basket: Basket | null
  problems: LineProblems
  refusedAdd?: RefusedAdd
}

/** Either the change was made and the browser goes on, or the basket is shown with its problems. */
export type CartAnswer = { next: string } | CartView

/** Answers a POST to the basket. @throws ApiError when the backend fails, not when it refuses */
export function changeCart(context: SessionContext, form: FormData): Promise<CartAnswer> {
  return form.get("action") === "add" ? add(context, form) : change(context, form)
}

async function add(context: SessionContext, form: FormData): Promise<CartAnswer> {
  const variantId = textOf(form, "variant_id")
  const typed = textOf(form, "quantity") || "1"
  const quantity = readQuantity(typed)
  if (typeof quantity !== "number") return refuseAdd(context, variantId, quantity, 400)
  if (quantity === 0) {
    return refuseAdd(context, variantId, { reason: "quantity_not_whole", typed }, 400)
  }
  try {
    await addToCart(context, variantId, quantity)
  } catch (error) {
    const problem = problemOf(error, typed)
    return refuseAdd(context, variantId, problem, 409)
  }
  return { next: textOf(form, "intent") === "buy" ? paths.checkout() : paths.cart() }
}

/** Shows the refusal beside the line when the goods are in the basket already, else on its own. */
async function refuseAdd(
  context: SessionContext,
  variantId: string,
  problem: LineProblem,
  status: number,
): Promise<CartAnswer> {
  const basket = await readBasket(context)
  const line = basket && linesOf(basket).find((each) => each.variantId === variantId)
  if (line && problem.reason === "stock_short") {
    const wanted = String(line.quantity + Number(problem.typed))
    const marked = { ...problem, typed: wanted, available: line.available }
    return { status, basket, problems: { [line.id]: marked } }
  }
  const product = await productOf(context, variantId)
  return { status, basket, problems: {}, refusedAdd: refusedAddOf(variantId, problem, product) }
}

function refusedAddOf(
  variantId: string,
  problem: LineProblem,
  product: StoreLineProduct | null,
): RefusedAdd {
  if (!product) return { variantId, title: null, handle: null, problem }
  const { title, handle, metadata, variants } = product
  const variant = variants.find(({ id }) => id === variantId)
  return {
    variantId,
    title: { zh: title, en: metadata?.title_en ?? title },
    handle,
    problem:
      problem.reason === "stock_short"
        ? { ...problem, available: variant?.inventory_quantity ?? null }
        : problem,
  }
}

async function change(context: SessionContext, form: FormData): Promise<CartAnswer> {
  const before = await readBasket(context)
  if (!before) return { status: 200, basket: null, problems: {} }
  const { changes, problems: invalid } = readWishes(form, before)
  const refused: Record<string, LineProblem> = {}
  // One after the other: the backend locks a cart while it changes.
  for (const wish of changes) {
    const problem = await tryChange(context, before, wish)
    if (problem) refused[wish.lineId] = problem
  }
  const problems = { ...invalid, ...refused }
  if (Object.keys(problems).length === 0) return { next: paths.cart() }
  const status = Object.keys(refused).length > 0 ? 409 : 400
  return { status, basket: await readBasket(context), problems }
}

async function tryChange(
  context: SessionContext,
  basket: Basket,
  wish: QuantityWish,
): Promise<LineProblem | null> {
  try {
    await setQuantity(context, basket.id, wish.lineId, wish.quantity)
    return null
  } catch (error) {
    const problem = problemOf(error, String(wish.quantity))
    const line = linesOf(basket).find(({ id }) => id === wish.lineId)
    return problem.reason === "stock_short"
      ? { ...problem, available: line?.available ?? null }
      : problem
  }
}

/** A refusal as a problem of its line; a breakage is thrown on. */
function problemOf(error: unknown, typed: string): LineProblem {
  if (!(error instanceof ApiError) || error.status >= 500) throw error
  if (isStockRefusal(error.code)) return { reason: "stock_short", typed, available: null }
  return { reason: "not_on_sale", typed }
}

/** The product that a variant belongs to, or `null` when it is not on sale. */
async function productOf(
  context: SessionContext,
  variantId: string,
): Promise<StoreLineProduct | null> {
  const api = apiFor(context)
  try {
    const { variant } = await api.fetch<{ variant: { product_id: string } }>(
      `/store/product-variants/${encodeURIComponent(variantId)}`,
    )
    const products = await fetchLineProducts(api, [variant.product_id])
    return products[0] ?? null
  } catch (error) {
    if (error instanceof ApiError && error.status < 500) return null
    throw error
  }
}
