/**
 * A list of households with their heads' names, taken away by an official: every name in it is a
 * look. It needs the same reason as a single look; its length and number are bounded, because a
 * visit round needs a village, and a copy of the registry needs all of them.
 * (rule: docs/domain.md §10)
 */
import { refuseLook } from "./household-look"

export type NameListRefusal =
  "look_reason_short" | "look_reason_long" | "name_list_long" | "name_list_limit_reached"

export const NAMES_PER_LIST = 500
export const LISTS_PER_DAY = 3

/** `names`: how many the list would show; `recentLists`: taken by the official within a day. */
export function refuseNameList(
  reason: string,
  { names, recentLists }: { names: number; recentLists: number },
): NameListRefusal | null {
  const refusal = refuseLook(reason, 0)
  if (refusal === "look_reason_short" || refusal === "look_reason_long") return refusal
  if (names > NAMES_PER_LIST) return "name_list_long"
  return recentLists >= LISTS_PER_DAY ? "name_list_limit_reached" : null
}
