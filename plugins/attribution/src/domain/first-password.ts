/**
 * The first password of a station worker: read aloud over a counter and typed on a phone, so without
 * capitals and without letters that look alike; 59 bits of chance. The dice are the caller's.
 */

const LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"

/** How many bytes of chance `firstPassword` takes. */
export const FIRST_PASSWORD_BYTES = 12

/** `bytes` → `k4mq-x8vd-2hra`. @throws RangeError for fewer bytes than it takes */
export function firstPassword(bytes: Uint8Array): string {
  if (bytes.length < FIRST_PASSWORD_BYTES) {
    throw new RangeError(`firstPassword: ${bytes.length} bytes are too few`)
  }
  // Thirty-one letters for 256 bytes: some stand for nine of them, the others for eight.
  const letters = [...bytes.subarray(0, FIRST_PASSWORD_BYTES)].map(
    (byte) => LETTERS[(byte * LETTERS.length) >> 8],
  )
  return letters.join("").replace(/(.{4})(?=.)/g, "$1-")
}
