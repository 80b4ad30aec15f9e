/** The API answers null for what a request left out, and for what it emptied. */
export const orNull = <T>(value: T | "" | null | undefined): T | null =>
  value === undefined || value === "" ? null : value
