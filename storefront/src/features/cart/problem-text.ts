import type { LineProblem } from "./refusal"

type Words = { [P in LineProblem as P["reason"]]: (problem: P) => string }

/** A problem in words. The lookup and its argument belong together; the compiler cannot see it. */
export function problemText(words: Words, problem: LineProblem): string {
  const say = words[problem.reason] as (problem: LineProblem) => string
  return say(problem)
}
