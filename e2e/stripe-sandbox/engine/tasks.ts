import { newId } from "../state/ids.ts"
import type { TaskName } from "../state/tables.ts"
import type { World } from "./world.ts"

/** Makes something happen by itself after so many seconds of sandbox time. */
export function schedule(world: World, name: TaskName, target: string, seconds: number): void {
  const id = newId("task")
  world.store.put("task", id, { id, name, target, at: world.clock.now() + seconds * 1000 })
}

/** Forgets what was scheduled for an object. */
export function unschedule(world: World, name: TaskName, target: string): void {
  for (const task of world.store.all("task")) {
    if (task.name === name && task.target === target) world.store.remove("task", task.id)
  }
}
