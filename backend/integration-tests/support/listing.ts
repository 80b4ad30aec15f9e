import type { SellerListing, SellerListingBody } from "@shangxing/marketplace/types/http"

export const photo = "http://localhost:9000/uploads/late-apples.webp"

/** Late apples in two packs: 20 × 2.5 kg and 5 × 5 kg of a lot. */
export const lateApplesOf = (lotId: string): SellerListingBody => ({
  title: "晚熟糖心苹果",
  title_en: "Late Fuji apples",
  description: "霜后采收。",
  images: [photo],
  variants: [
    {
      title: "5 斤装",
      weight_g: 2500,
      price_fen: 4980,
      pack: { lot_id: lotId, units: 20 },
    },
    { title: "10 斤装", weight_g: 5000, price_fen: 9280, pack: { lot_id: lotId, units: 5 } },
  ],
})

/** The listing as its clerk would send it back, with nothing changed and nothing packed. */
export const unchanged = ({ title, title_en, ...listing }: SellerListing): SellerListingBody => ({
  title,
  title_en: title_en ?? undefined,
  description: listing.description ?? undefined,
  images: listing.images,
  variants: listing.variants.map((variant) => ({
    id: variant.id,
    title: variant.title,
    weight_g: variant.weight_g,
    price_fen: variant.price_fen,
  })),
})
