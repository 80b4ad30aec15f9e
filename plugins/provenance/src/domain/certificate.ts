import { isDay } from "./business-day"

/**
 * The conformity certificate (承诺达标合格证) that a lot needs before it is listed. A lot that mixes
 * different producers is new goods: what was promised for one of its parts says nothing about it, so
 * it needs a certificate of its own, issued no earlier than the mixing. (rule: docs/domain §4)
 */

export type CertificateClaim = {
  readonly number: string
  readonly issuedOn: string
}

export type CertifiedLot = {
  /** The last day on which something was harvested for it. */
  readonly harvestedTo: string
  readonly sealedOn: string
  /** Lots that went into it; none for a lot made of deliveries. */
  readonly inputs: readonly {
    readonly producer: string
    readonly certificateNumber: string | null
  }[]
  /** Producers of goods that went in besides lots: the lot's own seller for its deliveries. */
  readonly producers: readonly string[]
}

export type CertificateRefusal =
  "certificate_invalid" | "certificate_too_early" | "certificate_reused"

/** Whether the lot mixes what different producers answer for. */
export function isBlend({ inputs, producers }: CertifiedLot): boolean {
  return new Set([...inputs.map(({ producer }) => producer), ...producers]).size > 1
}

/** The first reason why this certificate does not cover the lot; `today` is a business day. */
export function certificateRefusal(
  claim: CertificateClaim,
  lot: CertifiedLot,
  today: string,
): CertificateRefusal | null {
  if (claim.number.trim() === "" || !isDay(claim.issuedOn) || claim.issuedOn > today) {
    return "certificate_invalid"
  }
  if (!isBlend(lot)) return claim.issuedOn < lot.harvestedTo ? "certificate_too_early" : null
  if (lot.inputs.some(({ certificateNumber }) => certificateNumber === claim.number)) {
    return "certificate_reused"
  }
  return claim.issuedOn < lot.sealedOn ? "certificate_too_early" : null
}
