export {
  buildDocument,
  buildEvent,
  CONTEXT,
  declareError,
  type ErrorReason,
  kilograms,
  lotClass,
  partyLink,
} from "./build.ts"
export { withCheckDigit } from "./check-digit.ts"
export { canonicalDigitalLink } from "./digital-link.ts"
export { eventsOf } from "./document.ts"
export { eventHash, sha256 } from "./event-hash.ts"
export { chainHash, genesisHash, type Link } from "./hash-chain.ts"
export { type Json, type JsonObject, parseJson } from "./json.ts"
export { type InclusionProof, type MerkleTree, merkleTree, rootFrom } from "./merkle-tree.ts"
export { preHash } from "./pre-hash.ts"
export { createSchemaCheck } from "./schema.ts"
export {
  createSigningKey,
  fingerprint,
  isSignatureOf,
  readPrivateKey,
  readPublicKey,
  signHash,
} from "./signature.ts"
export {
  type Check,
  type Finding,
  type LotProofs,
  type Problem,
  type ProblemCode,
  type ProvenEvent,
  type PublishedKey,
  type PublishedRoot,
  verifyLot,
} from "./verify-lot.ts"
