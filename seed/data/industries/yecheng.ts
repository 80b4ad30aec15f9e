import { bi, UNCONFIRMED, type CountyIndustryContent } from "../content"

export const yecheng: CountyIndustryContent = {
  county_code: "653126",
  name: bi("叶城核桃", "Yecheng walnut"),
  short: bi("薄皮核桃", "Thin-shelled walnuts"),
  tagline: bi("两个一捏就开，仁是整的。", "Press two together and they open, the kernel whole."),
  intro: bi(
    "叶城在昆仑山北麓，塔克拉玛干沙漠的西南边上。村子靠提孜那甫河的水，路边、渠边、院子里都是核桃树，有的树要两个人才抱得拢。九月白露后打核桃，去青皮，晒干，壳薄得手就能捏开。",
    "Yecheng lies north of the Kunlun range, on the south-western edge of the Taklamakan. Its villages live by the Tiznap river, and walnut trees line every road, ditch and courtyard, some too stout for one person's arms. They are knocked down in September, hulled and sun-dried; the shell gives way to the hand.",
  ),
  seal: "叶城",
  accent: "walnut",
  landscape: "land-oasis",
  art: "walnut",
  season_text: bi("9 月—次年 6 月", "September to June"),
  season_months: [9, 10, 11, 12, 1, 2, 3, 4, 5, 6],
  season: [
    { label: bi("开花", "Flowering"), from_month: 4, to_month: 4, is_harvest: false },
    { label: bi("灌浆", "Kernel filling"), from_month: 6, to_month: 8, is_harvest: false },
    { label: bi("打核桃", "Knocking down"), from_month: 9, to_month: 10, is_harvest: true },
    { label: bi("晒干分级", "Drying and grading"), from_month: 9, to_month: 10, is_harvest: false },
    { label: bi("干果在售", "Dried nuts on sale"), from_month: 11, to_month: 6, is_harvest: false },
  ],
  season_note: bi(
    "白露前后开打，边打边去青皮边晒，五六个晴天晒到仁脆。新核桃头三个月最香，入夏以后请放冰箱，有哈味就不要吃了。",
    "The knocking starts in early September, hulling and drying as it goes: five or six clear days until the kernel snaps. New nuts are best in their first three months; refrigerate in summer, and do not eat any that smell rancid.",
  ),
  facts: [
    {
      label: bi("种植海拔", "Growing altitude"),
      value: bi("约 1200–2000 米", "about 1,200–2,000 m"),
      note: UNCONFIRMED,
    },
    {
      label: bi("壳", "Shell"),
      value: bi("薄，手捏开", "Thin, opens by hand"),
      note: bi("两个对捏即开，不用钳子", "Squeeze two together, no cracker needed"),
    },
    {
      label: bi("晒法", "Drying"),
      value: bi("只靠日晒", "Sun only"),
      note: bi("不漂白，壳色深浅不一是本色", "Unbleached: uneven shells are their own colour"),
    },
    {
      label: bi("分级", "Grading"),
      value: bi("按横径和空瘪", "By width and blanks"),
      note: bi("每批抽样砸开数空瘪", "A sample of each lot is cracked and counted"),
    },
  ],
  gi_records: [],
  story: {
    title: bi("院子里的树", "The tree in the courtyard"),
    paragraphs: [
      bi(
        "恰尔巴格镇的古丽家院子里三棵老核桃，是出嫁那年婆婆指给她的。以前核桃打下来装袋放着，谁来收卖给谁，湿的干的一个价。",
        "Three old walnuts stand in Guli's courtyard in Charbagh, given to her care the year she married. The nuts used to be bagged and left for whoever came, wet or dry at the same price.",
      ),
      bi(
        "合作社教村里搭晒架，离地一尺，夜里收席子。交售那天抽一百个砸开，空的瘪的数出来写在单子上。古丽那批九十七个好的，她把那张单子贴在了灶台边上。",
        "The cooperative taught the village to raise drying racks a foot off the ground and to cover them at night. On delivery day a hundred nuts are cracked and the blanks written down. Guli's came to ninety-seven good; the slip is pinned beside her stove.",
      ),
      bi(
        "（演示故事，人名与数字均为虚构。）",
        "(A demonstration story; the people and figures are invented.)",
      ),
    ],
    quote: bi(
      "树是婆婆的，秤是大家的，账是我自己的。",
      "The tree was my mother-in-law's, the scale is everyone's, the account is mine.",
    ),
  },
}
