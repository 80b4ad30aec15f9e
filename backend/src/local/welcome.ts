import { elapsed } from "./progress.ts"
import type { Ports } from "./settings.ts"

/** What to open, and as whom: said once everything answers. */
export function welcome({ storefront, backend }: Ports): string {
  return `
Shangxing is running (${elapsed()}).

  Storefront        http://localhost:${storefront}      English: http://localhost:${storefront}/en/
  Sellers           http://localhost:${storefront}/seller
  Officials         http://localhost:${storefront}/official
  Backend           http://localhost:${backend}
  Medusa Admin      http://localhost:${backend}/app

  Demo logins (password shangxing-demo; they exist only in the demo seed)
    consumer@demo.local             a city household
    clerk.yanyuan@demo.local        clerk of a Yanyuan cooperative
    official.yanyuan@demo.local     official of Yanyuan county
    official.liangshan@demo.local   official of Liangshan prefecture
    station@demo.local              worker of a service station, at /station
    operator@demo.local             platform operator, in Medusa Admin

  Payment is simulated: no real money moves. Logs: .local/logs. Stop with Ctrl-C.
`
}
