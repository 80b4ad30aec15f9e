/**
 * Where to go after signing in: `next` when it is a path of this site, else `otherwise`. Keeps a
 * link such as `/sign-in?next=//elsewhere` from sending a freshly signed-in reader to another host.
 */
export function nextPath(next: string | null | undefined, otherwise: string): string {
  const isOwnPath = next && /^\/(?!\/)[^\\\s]*$/.test(next)
  return isOwnPath ? next : otherwise
}
