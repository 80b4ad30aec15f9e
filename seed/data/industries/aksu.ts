import { bi, UNCONFIRMED, type CountyIndustryContent } from "../content"

export const aksu: CountyIndustryContent = {
  county_code: "652901",
  name: bi("阿克苏苹果", "Aksu apple"),
  short: bi("冰糖心苹果", "Rock-sugar-heart apples"),
  tagline: bi(
    "雪水浇大，霜里摘下，切开是一朵糖花。",
    "Watered by snowmelt, picked in the frost; cut across, a flower of sugar.",
  ),
  intro: bi(
    "阿克苏在天山南麓，塔里木盆地的北沿，浇园子的是雪山上下来的水。白天晒得烫，夜里冷得快，苹果要等到十月下旬霜打过才摘。横着切开，果心四周一圈透明的糖花，放在灯下看得清。",
    "Aksu lies at the southern foot of the Tianshan, on the northern rim of the Tarim basin, and its orchards drink snowmelt. Days are hot, nights turn cold quickly, and the apples wait for the frosts of late October. Cut across, they show a clear star of sugar around the core.",
  ),
  seal: "阿克苏",
  accent: "apple",
  landscape: "land-oasis",
  art: "apple-aksu",
  season_text: bi("10 月下旬—次年 4 月", "Late October to April"),
  season_months: [10, 11, 12, 1, 2, 3, 4],
  season: [
    { label: bi("开花", "Blossom"), from_month: 4, to_month: 4, is_harvest: false },
    { label: bi("疏果", "Thinning"), from_month: 5, to_month: 6, is_harvest: false },
    { label: bi("摘叶转果", "Leaf thinning"), from_month: 9, to_month: 9, is_harvest: false },
    { label: bi("霜后采果", "Picked after frost"), from_month: 10, to_month: 11, is_harvest: true },
    { label: bi("冷库续售", "From cold store"), from_month: 12, to_month: 4, is_harvest: false },
  ],
  season_note: bi(
    "十月二十日前后开园，各乡以下霜为准，早摘的没有糖心。采下来先预冷再装箱，路上五到八天。糖心在常温下会慢慢散，收到请放冰箱。",
    "Orchards open around the twentieth of October, each township with its own first frost; fruit picked earlier has no sugar heart. It is cooled before boxing and is five to eight days on the road. The heart fades at room temperature: refrigerate on arrival.",
  ),
  facts: [
    {
      label: bi("果园海拔", "Orchard altitude"),
      value: bi("约 1000–1400 米", "about 1,000–1,400 m"),
      note: UNCONFIRMED,
    },
    {
      label: bi("水", "Water"),
      value: bi("雪山融水", "Snowmelt"),
      note: bi(
        "天山下来的河水，一年浇几遍看墒情",
        "River water from the Tianshan, as the soil asks",
      ),
    },
    {
      label: bi("采摘", "Picking"),
      value: bi("霜后才摘", "After the frost"),
      note: bi("早摘无糖心，宁可晚几天", "No frost, no sugar heart: better a few days late"),
    },
    {
      label: bi("糖心", "Sugar heart"),
      value: bi("会散的", "It fades"),
      note: bi("常温放久糖心变淡，属正常", "It pales at room temperature, which is normal"),
    },
  ],
  gi_records: [
    {
      kind: bi("地理标志保护产品“阿克苏苹果”", "Geographical indication product “Aksu apple”"),
      number: "原国家质检总局公告 2011 年第 70 号",
      announced_on: null,
      is_verified: false,
      source: "counties.csv: gi_status, evidence=web; not checked against the gazette",
    },
  ],
  story: {
    title: bi("等霜的人", "Waiting for frost"),
    paragraphs: [
      bi(
        "依干其镇的买买提家在渠边有八亩果园。十月中旬，收果的车就停在路口了，早几天摘，重一点，价也好说。老人不让动剪子，说还没有下霜。",
        "The Mamat family of Egerchi keep eight mu beside the canal. By mid-October the trucks are already waiting at the crossroads: a few days early weighs a little more. The old man will not have the shears touched before the frost.",
      ),
      bi(
        "合作社把“霜后采”写进了收购等级：切十个，八个见糖心才算一级。那一年全村都等了，晚了九天。过秤的时候一个一个切开看，围了一圈小孩等着吃。",
        "The cooperative wrote it into its grades: of ten cut, eight must show the heart. That year the whole village waited, nine days. At the scale the fruit was cut open one by one, in a ring of children waiting to eat it.",
      ),
      bi(
        "（演示故事，人名与数字均为虚构。）",
        "(A demonstration story; the people and figures are invented.)",
      ),
    ],
    quote: bi("霜不来，糖不来，人急也没有用。", "No frost, no sugar; hurrying does not help."),
  },
}
