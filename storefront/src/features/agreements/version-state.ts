type Version = {
  version: number
  status: "draft" | "published"
  effective_from: string | null
  starts_on: string
  ends_on: string
}

export type VersionState = "draft" | "inForce" | "coming" | "over" | "superseded"

/** How a version stands on a day (`YYYY-MM-DD`); `inForce` is the number of the one that holds. */
export function versionState(
  { version, status, effective_from, starts_on, ends_on }: Version,
  inForce: number | null,
  today: string,
): VersionState {
  if (status === "draft") return "draft"
  if (version === inForce) return "inForce"
  if ((effective_from ?? "") > today || starts_on > today) return "coming"
  return ends_on < today ? "over" : "superseded"
}
