import { bi, UNCONFIRMED, type CountyIndustryContent } from "../content"

export const leibo: CountyIndustryContent = {
  county_code: "513437",
  name: bi("雷波脐橙", "Leibo navel orange"),
  short: bi("脐橙", "Navel oranges"),
  tagline: bi(
    "江风吹着长，入冬才肯甜。",
    "It grows in the river wind, and only turns sweet with winter.",
  ),
  intro: bi(
    "雷波在金沙江边，江谷暖，山上凉。脐橙树就种在沿江的坡地上，白天江面返光，夜里山风下来。果子挂到十一月下旬才开园，皮不厚，好剥，汁水足，能在树上留到开春。",
    "Leibo stands on the Jinsha river: warm along the water, cool on the heights. The orange groves climb the slopes between, lit by the river by day and cooled by the mountain wind at night. Picking opens in late November; the fruit peels easily, runs with juice, and may hang until spring.",
  ),
  seal: "雷波",
  accent: "orange",
  landscape: "land-gorge",
  art: "orange",
  season_text: bi("11 月下旬—次年 3 月", "Late November to March"),
  season_months: [11, 12, 1, 2, 3],
  season: [
    { label: bi("开花", "Blossom"), from_month: 3, to_month: 4, is_harvest: false },
    { label: bi("保果", "Fruit set"), from_month: 5, to_month: 6, is_harvest: false },
    { label: bi("转色", "Colouring"), from_month: 10, to_month: 10, is_harvest: false },
    { label: bi("开园", "Picking"), from_month: 11, to_month: 1, is_harvest: true },
    { label: bi("留树果", "Tree-held fruit"), from_month: 2, to_month: 3, is_harvest: true },
  ],
  season_note: bi(
    "三四月满坡橙花，十月转色，十一月中旬先采低处的早熟果，下旬各镇陆续开园。不催熟、不打蜡，所以大小颜色不完全一样。",
    "The slopes flower in March and April, colour in October, and the lowest groves are picked from mid-November before the towns open one by one. Nothing is gassed or waxed, so size and colour vary.",
  ),
  facts: [
    {
      label: bi("果园海拔", "Grove altitude"),
      value: bi("约 400–1000 米", "about 400–1,000 m"),
      note: UNCONFIRMED,
    },
    {
      label: bi("地方", "Place"),
      value: bi("金沙江沿岸", "Along the Jinsha"),
      note: bi("江谷冬暖，少霜", "Mild in winter, little frost"),
    },
    {
      label: bi("采法", "Picking"),
      value: bi("两剪平蒂", "Two snips, stem flush"),
      note: bi("果蒂剪平，装箱不扎破旁边的果", "Cut flush, so that no stem pierces a neighbour"),
    },
    {
      label: bi("处理", "After picking"),
      value: bi("不打蜡", "No wax"),
      note: bi(
        "只擦净分级，表皮带一点江风的斑",
        "Wiped and graded only; the wind leaves its marks",
      ),
    },
  ],
  gi_records: [],
  story: {
    title: bi("江边的第三块地", "The third field by the river"),
    paragraphs: [
      bi(
        "渡口镇的李老伯家原来三块地都种苞谷，靠江那块坡最陡，雨一大土就往江里走。改种脐橙的头四年没有果，靠另外两块地撑着。",
        "Old Li of Dukou planted maize on all three of his fields; the steepest, by the river, lost its soil with every storm. The orange trees he put there gave nothing for four years, and the other two fields carried the family.",
      ),
      bi(
        "第五年开园，合作社派人教他两剪采果，一剪下树，一剪平蒂。他嫌慢，直到看见扣杂那一栏：第一天扣了四斤，第二天一斤都没有。",
        "In the fifth year the cooperative showed him to cut twice, once from the tree and once flush with the fruit. He thought it slow, until he read the deductions column: two kilos the first day, nothing the second.",
      ),
      bi(
        "（演示故事，人名与数字均为虚构。）",
        "(A demonstration story; the people and figures are invented.)",
      ),
    ],
    quote: bi("多一剪子的事，一年下来是一头猪。", "One more snip: over a year it is a whole pig."),
  },
}
