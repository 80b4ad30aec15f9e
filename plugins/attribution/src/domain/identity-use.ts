/**
 * Who signs in by an identity. Medusa keeps an id on it for each kind of actor that it is; whoever has
 * left leaves an empty one. An official must not get at an account by naming its e-mail, so the password
 * of an identity that is somebody's is never set.
 */

/** Whether anybody signs in by an identity with this metadata. */
export function isSomebodys(
  metadata: Readonly<Record<string, unknown>> | null | undefined,
): boolean {
  return Object.values(metadata ?? {}).some(Boolean)
}
