import type { SellerRow } from "../modules/seller/service"
import type { PublicSeller } from "../types/http"

export type PublicSellerRow = Pick<SellerRow, keyof PublicSeller>

/** What anybody may know of a seller: nothing of its commission, location or status. */
export function publicSeller(seller: PublicSellerRow): PublicSeller {
  return {
    id: seller.id,
    handle: seller.handle,
    kind: seller.kind,
    name_zh: seller.name_zh,
    name_en: seller.name_en,
    county_code: seller.county_code,
    township_code: seller.township_code,
    founded_year: seller.founded_year,
    about_zh: seller.about_zh,
    about_en: seller.about_en,
  }
}
