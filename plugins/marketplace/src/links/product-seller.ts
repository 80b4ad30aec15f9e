import { defineLink } from "@medusajs/framework/utils"
import ProductModule from "@medusajs/medusa/product"

import SellerModule from "../modules/seller"

/** Who sells a product: Query reads `product.seller.*` and `seller.products.*`. */
export default defineLink(
  { linkable: ProductModule.linkable.product, isList: true },
  SellerModule.linkable.seller,
)
