import { bi, UNCONFIRMED, type CountyIndustryContent } from "../content"

export const shache: CountyIndustryContent = {
  county_code: "653125",
  name: bi("莎车巴旦姆", "Shache almond (badam)"),
  short: bi("巴旦姆", "Badam almonds"),
  tagline: bi(
    "戈壁边上开得最早的花，结得最香的仁。",
    "The first blossom at the desert's edge, the most fragrant kernel.",
  ),
  intro: bi(
    "莎车在叶尔羌河的冲积扇上，是南疆的老绿洲。三月里别的树还没动，巴旦姆先开花，远看一片粉白。八月果皮裂开，连壳打下来晒。巴旦姆就是扁桃，当地人待客、煮抓饭、做点心都离不开它。",
    "Shache, on the fan of the Yarkant river, is one of the old oases of southern Xinjiang. In March, before other trees stir, the badam is in pale bloom. Hulls split in August and the nuts are beaten down and sun-dried. Badam is the almond, and no guest, pilaf or pastry here goes without it.",
  ),
  seal: "莎车",
  accent: "almond",
  landscape: "land-oasis",
  art: "almond",
  season_text: bi("8 月—次年 6 月", "August to June"),
  season_months: [8, 9, 10, 11, 12, 1, 2, 3, 4, 5, 6],
  season: [
    { label: bi("开花", "Blossom"), from_month: 3, to_month: 4, is_harvest: false },
    { label: bi("长仁", "Kernels fill"), from_month: 5, to_month: 7, is_harvest: false },
    { label: bi("打果晾晒", "Beating and drying"), from_month: 8, to_month: 9, is_harvest: true },
    { label: bi("干果在售", "Dried nuts on sale"), from_month: 10, to_month: 6, is_harvest: false },
  ],
  season_note: bi(
    "三月下旬开花，怕倒春寒；八月中到九月打果，晒七八天。带壳的放得久，剥成仁的请密封，两个月内吃完最香。",
    "It flowers in late March and fears a late frost; the nuts are beaten down from mid-August into September and dried for a week. In the shell they keep long; kernels want sealing, and two months is their best.",
  ),
  facts: [
    {
      label: bi("种植海拔", "Growing altitude"),
      value: bi("约 1200–1400 米", "about 1,200–1,400 m"),
      note: UNCONFIRMED,
    },
    {
      label: bi("是什么", "What it is"),
      value: bi("扁桃仁", "Almond"),
      note: bi("当地叫巴旦姆，不是杏仁", "Called badam here; not the apricot kernel"),
    },
    {
      label: bi("壳", "Shell"),
      value: bi("纸皮与软壳", "Paper and soft shell"),
      note: bi("纸皮手剥得开，软壳轻轻一夹", "Paper shells peel by hand, soft ones crack lightly"),
    },
    {
      label: bi("加工", "Roasting"),
      value: bi("原味轻烘", "Plain light roast"),
      note: bi("不裹糖，不加香精", "No sugar coat, no flavouring"),
    },
  ],
  gi_records: [],
  story: {
    title: bi("三月的花", "The blossom of March"),
    paragraphs: [
      bi(
        "霍什拉甫乡的阿依努尔家，二十多年的巴旦姆园子在戈壁边上。花开得早，最怕夜里一场霜，男人们整夜在园子里点草烟。",
        "Aynur's family in Khoshrap have an almond garden at the edge of the gravel, over twenty years old. It flowers early and one night's frost can take it all, so the men keep smoky fires burning until dawn.",
      ),
      bi(
        "她在合作社的分拣台上做了两季，知道城里要什么样的：壳完整的一袋，剥仁的一袋，碎的另做点心料。她把自家的先在家挑好，过秤的时候没有扣过一两。",
        "Two seasons at the cooperative's sorting table taught her what the city wants: whole shells in one bag, kernels in another, broken ones for pastry. She sorts her own at home first, and not an ounce has been deducted since.",
      ),
      bi(
        "（演示故事，人名与数字均为虚构。）",
        "(A demonstration story; the people and figures are invented.)",
      ),
    ],
    quote: bi(
      "在家先挑一遍，过秤的时候就不用听别人说。",
      "Sort it at home, and nobody has to tell you at the scale.",
    ),
  },
}
