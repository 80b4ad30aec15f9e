import { bi, UNCONFIRMED, type CountyIndustryContent } from "../content"

export const huili: CountyIndustryContent = {
  county_code: "513402",
  name: bi("会理石榴", "Huili pomegranate"),
  short: bi("石榴", "Pomegranates"),
  tagline: bi(
    "青皮底下一包水，籽软，可以不吐。",
    "Green outside, all juice within; the seeds are soft enough to swallow.",
  ),
  intro: bi(
    "会理在凉山最南头，金沙江的干热河谷从县境边上过。冬天不太冷，日头足，石榴在这里从八月一直采到霜降后。青皮软籽是老品种，皮青黄带红晕，掰开籽粒红得发亮，核软。",
    "Huili is the southern tip of Liangshan, along the dry hot valley of the Jinsha river. Winters are mild and the sun is long, and pomegranates are picked from August until after the first frosts. The old green-skinned soft-seed variety blushes only a little outside; inside, the grains shine and the pips give way.",
  ),
  seal: "会理",
  accent: "pomegranate",
  landscape: "land-gorge",
  art: "pomegranate",
  season_text: bi("8 月—11 月", "August to November"),
  season_months: [8, 9, 10, 11],
  season: [
    { label: bi("开花", "Flowering"), from_month: 4, to_month: 5, is_harvest: false },
    {
      label: bi("疏果套袋", "Thinning and bagging"),
      from_month: 5,
      to_month: 6,
      is_harvest: false,
    },
    { label: bi("采果", "Picking"), from_month: 8, to_month: 10, is_harvest: true },
    { label: bi("冷库续售", "From cold store"), from_month: 11, to_month: 11, is_harvest: false },
  ],
  season_note: bi(
    "四月起陆续开花，头茬花坐的果最大。八月下旬开园，九月最旺，十月收尾。石榴皮厚，阴凉处能放两三个星期，放久了皮会干，籽还是甜的。",
    "Flowers open from April; fruit from the first flush is the largest. Orchards open in late August, peak in September and close in October. The thick rind keeps two to three weeks in a cool place: it may dry, the grains stay sweet.",
  ),
  facts: [
    {
      label: bi("果园海拔", "Orchard altitude"),
      value: bi("约 1000–1900 米", "about 1,000–1,900 m"),
      note: UNCONFIRMED,
    },
    {
      label: bi("老品种", "Old variety"),
      value: bi("青皮软籽", "Green-skin soft-seed"),
      note: bi("也种突尼斯软籽，袋上分开写", "Tunisian soft-seed is grown too, and labelled apart"),
    },
    {
      label: bi("气候", "Climate"),
      value: bi("干热河谷", "Dry hot valley"),
      note: bi("金沙江河谷，冬暖，日照长", "The Jinsha valley: mild winters, long sun"),
    },
    {
      label: bi("吃法", "To open"),
      value: bi("沿棱划开", "Score along the ribs"),
      note: bi("顺着棱划五刀，掰开不流汁", "Five cuts along the ribs, and no juice is lost"),
    },
  ],
  gi_records: [
    {
      kind: bi("地理标志保护产品“会理石榴”", "Geographical indication product “Huili pomegranate”"),
      number: "原国家质检总局公告 2007 年第 97 号",
      announced_on: null,
      is_verified: false,
      source: "counties.csv: gi_status, evidence=web; not checked against the gazette",
    },
  ],
  story: {
    title: bi("把名字写在箱子上", "A name on the box"),
    paragraphs: [
      bi(
        "鹿厂镇的周家有六亩石榴，最早的一棵是爷爷栽的。以前贩子来收，箱子上印的是外地市场的名字，果子好坏跟会理没关系。",
        "The Zhou family of Luchang have six mu of pomegranates; the oldest tree was planted by the grandfather. The boxes of passing traders carried the name of some distant market, and whether the fruit was good had nothing to do with Huili.",
      ),
      bi(
        "入社以后先学的是疏果：一根枝留一个。头一年心疼，第二年大果多了两成，箱子上印了县名、镇名和批次。女儿在昆明上学，超市里看见一箱，扫出来是隔壁村的。",
        "The first lesson in the cooperative was thinning: one fruit to a branch. It hurt the first year; by the second a fifth more were large, and the box said county, town and lot. Their daughter, at school in Kunming, scanned one in a shop: it came from the next village.",
      ),
      bi(
        "（演示故事，人名与数字均为虚构。）",
        "(A demonstration story; the people and figures are invented.)",
      ),
    ],
    quote: bi(
      "一根枝留一个，剩下的不是少了，是让给它了。",
      "One to a branch: the rest are not lost, they are given to it.",
    ),
  },
}
