import { createWriteStream } from "node:fs"
import { once } from "node:events"

/**
 * An official's file of households as large as Xinjiang's survey of 2017: the same rows at every
 * run, drawn by a seeded generator. Everybody in it is made up.
 */

export const survey = { households: 476_235, villages: 7_571, townships: 796, counties: 35 }

export const header = "户编号,户主姓名,人口数,村代码,状态,状态起始日,文号"

const statuses = ["脱贫户", "监测对象", "防止返贫致贫对象", "一般农户"]
const names = [..."阿木日哈吉克拉龙买提依明古丽热合曼艾山图尔荪"]
const rowsPerWrite = 5_000

/** Codes of the survey's villages: made up, in a province's form. */
export function villageCodes(): string[] {
  return Array.from({ length: survey.villages }, (_, i) => {
    const township = i % survey.townships
    const county = township % survey.counties
    const inCounty = Math.floor(township / survey.counties)
    const inTownship = Math.floor(i / survey.townships)
    return `65${4001 + county}${100 + inCounty}${200 + inTownship}`
  })
}

/** Writes the first `count` households of the survey. */
export async function writeSurvey(file: string, count: number): Promise<void> {
  const villages = villageCodes()
  const next = generator(20_171_231)
  const stream = createWriteStream(file)
  stream.write(`\uFEFF${header}\r\n`)
  for (let from = 0; from < count; from += rowsPerWrite) {
    const rows = Array.from({ length: Math.min(rowsPerWrite, count - from) }, (_, i) =>
      surveyRow(from + i, villages, next),
    )
    if (!stream.write(rows.join(""))) await once(stream, "drain")
  }
  stream.end()
  await once(stream, "finish")
}

function surveyRow(index: number, villages: string[], next: (below: number) => number): string {
  const village = villages[index % villages.length] ?? ""
  const name = Array.from({ length: 2 + next(4) }, () => names[next(names.length)]).join("")
  const day = `20${14 + next(7)}-${pad(1 + next(12))}-${pad(1 + next(28))}`
  const cells = [
    `XJ2017-${String(index + 1).padStart(7, "0")}`,
    name,
    String(1 + next(8)),
    village,
    statuses[next(statuses.length)],
    day,
    `新扶〔${day.slice(0, 4)}〕${1 + next(90)} 号`,
  ]
  return `${cells.join(",")}\r\n`
}

function pad(value: number): string {
  return String(value).padStart(2, "0")
}

/** Numbers below a bound, the same ones for the same seed. (source: Numerical Recipes, LCG) */
function generator(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
