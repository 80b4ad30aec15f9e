export { largestRemainder, type Weighted } from "./largest-remainder"
