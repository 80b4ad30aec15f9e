import type { Dice } from "./dice"

/** Names put together from common syllables. They stand for nobody; registry keys say DEMO. */

const YI = {
  family: [
    "沙马",
    "吉克",
    "曲比",
    "阿尔",
    "吉木",
    "马海",
    "勒伍",
    "俄木",
    "海来",
    "的日",
    "且沙",
    "尔古",
  ],
  given: [
    "木呷",
    "拉者",
    "伍各",
    "日哈",
    "石布",
    "尔哈",
    "子日",
    "阿果",
    "尔作",
    "古且",
    "有格",
    "依布",
  ],
}
const UYGHUR = {
  given: [
    "买买提",
    "艾合买提",
    "阿依努尔",
    "图尔荪",
    "古丽娜",
    "阿卜杜拉",
    "帕提古丽",
    "玉素甫",
    "热孜万",
    "吐尔逊",
    "米热古丽",
    "艾尼瓦尔",
  ],
  father: ["艾山", "买买提", "吾守尔", "图尔荪", "卡德尔", "依明", "沙吾提", "达吾提"],
}
const HAN = {
  family: ["李", "王", "周", "罗", "陈", "杨", "刘", "张", "何", "黄", "谢", "邓"],
  given: [
    "正华",
    "开秀",
    "光明",
    "永兴",
    "天贵",
    "素芳",
    "朝富",
    "明英",
    "德全",
    "桂兰",
    "世平",
    "安琼",
  ],
}

/** How many of a hundred heads of household bear a Han name, by county; the others Yi or Uyghur. */
const HAN_PERCENT: Record<string, number> = {
  "513402": 80,
  "513437": 45,
  "513423": 45,
  "513430": 20,
}

export function headName(dice: Dice, countyCode: string): string {
  if (dice.int(0, 99) < (HAN_PERCENT[countyCode] ?? 5)) return hanName(dice)
  if (countyCode.startsWith("65")) return `${dice.pick(UYGHUR.given)}·${dice.pick(UYGHUR.father)}`
  return dice.pick(YI.family) + dice.pick(YI.given)
}

export function hanName(dice: Dice): string {
  return dice.pick(HAN.family) + dice.pick(HAN.given)
}
