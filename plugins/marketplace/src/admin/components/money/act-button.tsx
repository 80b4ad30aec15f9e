import { Button, toast } from "@medusajs/ui"
import { useState } from "react"

import { sdk } from "../../lib/sdk"
import { messageOf } from "../../lib/use-loaded"

/** Posts to a route, says what came of it, and lets the page look again. */
export function ActButton({
  path,
  text,
  onDone,
}: {
  path: string
  text: string
  onDone: () => void
}) {
  const [isBusy, setIsBusy] = useState(false)
  const act = async () => {
    setIsBusy(true)
    try {
      await sdk.client.fetch(path, { method: "POST" })
      toast.success(text)
    } catch (error) {
      toast.error(messageOf(error))
    } finally {
      setIsBusy(false)
      onDone()
    }
  }
  return (
    <Button size="small" variant="secondary" disabled={isBusy} onClick={() => void act()}>
      {text}
    </Button>
  )
}
