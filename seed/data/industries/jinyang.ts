import { bi, UNCONFIRMED, type CountyIndustryContent } from "../content"

export const jinyang: CountyIndustryContent = {
  county_code: "513430",
  name: bi("金阳青花椒", "Jinyang green Sichuan pepper"),
  short: bi("青花椒", "Green Sichuan pepper"),
  tagline: bi(
    "一粒下去，舌头先醒，香气后到。",
    "One berry: the tongue wakes first, the scent arrives after.",
  ),
  intro: bi(
    "金阳贴着金沙江，山从江面直直地起来，能种平地庄稼的地方少，花椒却喜欢这样的干坡。六七月青椒满枝，人戴着厚手套一串一串摘，当天晒干，油胞鼓着，颜色还是绿的。",
    "Jinyang rises straight from the Jinsha river, with little flat land for other crops, but Sichuan pepper likes a dry steep slope. In June and July the branches hang green; pickers in thick gloves take it cluster by cluster, and it is dried the same day, oil glands full and colour still green.",
  ),
  seal: "金阳",
  accent: "pepper",
  landscape: "land-gorge",
  art: "pepper",
  season_text: bi("7 月采，干椒全年", "Picked in July, dried all year"),
  season_months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  season: [
    { label: bi("发芽开花", "Buds and blossom"), from_month: 3, to_month: 4, is_harvest: false },
    { label: bi("挂果", "Fruit set"), from_month: 5, to_month: 6, is_harvest: false },
    { label: bi("采椒晒椒", "Picking and drying"), from_month: 7, to_month: 8, is_harvest: true },
    { label: bi("修枝", "Pruning"), from_month: 9, to_month: 10, is_harvest: false },
  ],
  season_note: bi(
    "六月底先摘鲜椒做保鲜，七月到八月摘晒椒，晴天当天晒干最绿。干椒装袋避光，一年里麻味最足的是头三个月，之后香气慢慢退。",
    "The first clusters, at the end of June, are kept fresh; July and August are for drying, greenest when one clear day does it. Bagged away from light the pepper lasts all year, keenest in its first three months.",
  ),
  facts: [
    {
      label: bi("种植海拔", "Growing altitude"),
      value: bi("约 800–2000 米", "about 800–2,000 m"),
      note: UNCONFIRMED,
    },
    {
      label: bi("采摘", "Picking"),
      value: bi("全靠人手", "By hand only"),
      note: bi(
        "枝上有刺，一人一天也就摘二三十斤鲜椒",
        "Thorned branches: a dozen fresh kilos is a good day",
      ),
    },
    {
      label: bi("干制", "Drying"),
      value: bi("当天晒干", "Dried the same day"),
      note: bi("阴雨天用烘房，袋上写明", "In a drying room when it rains, and labelled so"),
    },
    {
      label: bi("分级", "Grading"),
      value: bi("去籽去梗", "Seeds and stems out"),
      note: bi("看开口、闭眼椒和含籽三样", "By open husks, closed berries and seeds left"),
    },
  ],
  gi_records: [],
  story: {
    title: bi("戴手套的夏天", "A summer in gloves"),
    paragraphs: [
      bi(
        "派来镇的曲比一家五口，七月全在坡上。花椒刺扎手，她们把旧袖子缝成手套，指尖留两个洞好掐梗。晒椒最怕下午那阵云，一家人轮流看天。",
        "All five of the Qubi family of Pailai spend July on the slope. Pepper thorns go deep, so they sew gloves of old sleeves with two holes at the fingertips for pinching stems. The afternoon cloud is the enemy of drying, and they take turns watching the sky.",
      ),
      bi(
        "以前装麻袋卖，好的差的混着一个价。现在合作社当面过筛，含籽少的单装一等。曲比记住了那个筛子的声音：哗一下，掉下去的都是钱。",
        "It used to go by the sack, good and poor at one price. Now the cooperative sieves it in front of them and bags the clean part as first grade. Qubi remembers the sound of that sieve: one shake, and what falls through is money.",
      ),
      bi(
        "（演示故事，人名与数字均为虚构。）",
        "(A demonstration story; the people and figures are invented.)",
      ),
    ],
    quote: bi(
      "筛子当面摇，心就不悬着。",
      "When the sieve is shaken before your eyes, your heart is not left hanging.",
    ),
  },
}
