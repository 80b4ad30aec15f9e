import { useCallback, useEffect, useState } from "react"

export type Loaded<T> = { value?: T; error?: string; reload: () => void }

/** Loads once and again on `reload`; an answer that comes after the next question is dropped. */
export function useLoaded<T>(load: () => Promise<T>, deps: unknown[]): Loaded<T> {
  const [state, setState] = useState<{ value?: T; error?: string }>({})
  const [round, setRound] = useState(0)
  const reload = useCallback(() => setRound((n) => n + 1), [])

  useEffect(() => {
    let isCurrent = true
    load()
      .then((value) => isCurrent && setState({ value }))
      .catch((error: unknown) => isCurrent && setState({ error: messageOf(error) }))
    return () => {
      isCurrent = false
    }
    // `load` is a new function at every render; what it depends on is in `deps`.
  }, [round, ...deps])

  return { ...state, reload }
}

/** The server's own words: they say what failed and how to mend it. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : "请求失败 Request failed"
}
