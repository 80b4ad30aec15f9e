import fc from "fast-check"
import { describe, expect, it } from "vitest"

import { isKey, type Key, pressed, rooms } from "./keypad"
import { wholeOf } from "./weigh-fields"

const typed = (keys: string, room: (typeof rooms)[keyof typeof rooms]) =>
  [...keys].filter(isKey).reduce((value, key) => pressed(value, key, room), "")

describe("pressed", () => {
  it.each([
    ["5125", "5125"],
    ["512.5", "512.5"],
    [".5", "0.5"],
    ["0512", "512"],
    ["1..25", "1.25"],
    ["18.12345", "18.123"],
    ["1234567", "12345"],
  ])("types the weight %s as %s", (keys, expected) => {
    expect(typed(keys, rooms.weight)).toBe(expected)
  })

  it("keeps the noughts of a code, and takes no point and no seventh digit", () => {
    expect(typed("0409", rooms.code)).toBe("0409")
    expect(typed("4.0921234", rooms.code)).toBe("409212")
  })

  it("takes back one key, or all", () => {
    expect(pressed("512.5", "back", rooms.weight)).toBe("512.")
    expect(pressed("", "back", rooms.weight)).toBe("")
    expect(pressed("512.5", "clear", rooms.weight)).toBe("")
  })

  it("never leaves what the form would refuse", () => {
    const key = fc.constantFrom<Key>("0", "1", "5", "9", ".", "back", "clear")
    fc.assert(
      fc.property(fc.array(key, { maxLength: 20 }), (keys) => {
        const value = keys.reduce((text, each) => pressed(text, each, rooms.weight), "")
        expect(value === "" || wholeOf(value, 3) !== null).toBe(true)
      }),
    )
  })
})
