import { bi, UNCONFIRMED, type CountyIndustryContent } from "../content"

export const meigu: CountyIndustryContent = {
  county_code: "513436",
  name: bi("美姑岩鹰鸡", "Meigu rock-eagle chicken"),
  short: bi("岩鹰鸡", "Rock-eagle chicken"),
  tagline: bi(
    "在坡上跑大的鸡，腿长，骨硬，汤清。",
    "Raised running on the slopes: long in the leg, firm in the bone, clear in the pot.",
  ),
  intro: bi(
    "美姑在大凉山腹地，山高坡陡，村子散在半山。岩鹰鸡是当地人家养惯了的土鸡，个头高，脚胫长，早晚撒一把苞谷，其余时候自己在林下找吃的。养得慢，冬月前后最肥。",
    "Meigu lies deep in the Daliang mountains, its villages scattered halfway up steep slopes. The rock-eagle chicken is the native bird that families here have always kept: tall, long-shanked, given a handful of maize morning and evening and left to forage for the rest. It grows slowly and is at its best as winter sets in.",
  ),
  seal: "美姑",
  accent: "chicken",
  landscape: "land-gorge",
  art: "chicken",
  season_text: bi("全年，冬月最肥", "All year, best in winter"),
  season_months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  season: [
    { label: bi("春孵", "Spring hatch"), from_month: 3, to_month: 4, is_harvest: false },
    {
      label: bi("林下放养", "Ranging under the trees"),
      from_month: 5,
      to_month: 10,
      is_harvest: false,
    },
    { label: bi("出栏", "Ready birds"), from_month: 10, to_month: 12, is_harvest: true },
    { label: bi("年节", "New Year birds"), from_month: 1, to_month: 2, is_harvest: true },
  ],
  season_note: bi(
    "开春孵苗，入夏上坡，养到秋后陆续出栏。彝族年前后要的人最多，合作社提前两个月和农户说定只数。蛋全年都有，冬天少些。",
    "Chicks hatch in spring, go up the slope in summer and are ready from autumn on. Demand peaks around the Yi New Year, so the cooperative agrees numbers with households two months ahead. Eggs come all year, fewer in winter.",
  ),
  facts: [
    {
      label: bi("放养海拔", "Ranging altitude"),
      value: bi("约 1500–3000 米", "about 1,500–3,000 m"),
      note: UNCONFIRMED,
    },
    {
      label: bi("饲养", "Feed"),
      value: bi("林下放养", "Free range under trees"),
      note: bi(
        "早晚补苞谷与洋芋，其余自己找食",
        "Maize and potato morning and evening, foraging between",
      ),
    },
    {
      label: bi("样子", "Looks"),
      value: bi("腿高体大", "Tall and large"),
      note: bi(
        "当地叫“岩鹰鸡”，志书也写作“崖鹰鸡”",
        "“Rock-eagle” or “cliff-eagle” chicken in local records",
      ),
    },
    {
      label: bi("发货", "Dispatch"),
      value: bi("白条冷冻", "Dressed and frozen"),
      note: bi("检疫合格后速冻，冷链发运", "Frozen after inspection, shipped cold"),
    },
  ],
  gi_records: [],
  story: {
    title: bi("十二只母鸡", "Twelve hens"),
    paragraphs: [
      bi(
        "洛俄依甘乡的阿尔阿妈从十二只母鸡养起。以前赶场卖鸡，背下山要走大半天，卖不掉再背回来，鸡和人都瘦一圈。",
        "Grandmother A'er of Luo'e Yigan began with twelve hens. Market day used to mean most of a day's walk down with the birds on her back, and the same walk up again with whatever had not sold.",
      ),
      bi(
        "现在合作社的车隔周进村，在村口当面过秤，多少只、多少斤，两边都按了手印才上车。她说最省心的不是价钱高了几块，是“晓得哪天来收，就晓得哪天喂饱”。",
        "Now the cooperative's truck comes every second week and weighs at the village entrance: so many birds, so many kilos, a thumbprint from each side before anything is loaded. What eases her mind, she says, is not the few yuan more but knowing the day.",
      ),
      bi(
        "（演示故事，人名与数字均为虚构。）",
        "(A demonstration story; the people and figures are invented.)",
      ),
    ],
    quote: bi(
      "晓得哪天来收，就晓得哪天喂饱。",
      "When you know the day they come, you know the day to feed them full.",
    ),
  },
}
