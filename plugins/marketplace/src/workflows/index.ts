export * from "./create-member"
export * from "./create-seller"
export * from "./create-seller-product"
