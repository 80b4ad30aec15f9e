import { bi, UNCONFIRMED, type CountyIndustryContent } from "../content"

export const zhaojue: CountyIndustryContent = {
  county_code: "513431",
  name: bi("昭觉土豆", "Zhaojue potato"),
  short: bi("高山土豆", "Mountain potatoes"),
  tagline: bi(
    "高山上的洋芋，火塘边一烤，皮裂开，里头是沙的。",
    "Bake one by the hearth: the skin splits, and inside it is all flour.",
  ),
  intro: bi(
    "昭觉在大凉山的高寒坝子上，一年只种一季。洋芋是这里的主粮，也是待客的东西：埋进火塘的灰里，熟了拍拍皮，蘸一点辣椒面就吃。山上凉，病虫少，土豆长得慢，淀粉足。",
    "Zhaojue sits on the cold high flats of the Daliang mountains, with one crop a year. Potatoes are the staple here and what a guest is given: buried in the ash of the hearth, patted clean and eaten with a pinch of chilli. The cool air keeps pests few and the tubers slow, floury and full.",
  ),
  seal: "昭觉",
  accent: "potato",
  landscape: "land-plateau",
  art: "potato",
  season_text: bi("9 月—次年 3 月", "September to March"),
  season_months: [9, 10, 11, 12, 1, 2, 3],
  season: [
    { label: bi("下种", "Planting"), from_month: 3, to_month: 4, is_harvest: false },
    {
      label: bi("薅草培土", "Weeding and earthing up"),
      from_month: 5,
      to_month: 6,
      is_harvest: false,
    },
    { label: bi("花期", "Flowering"), from_month: 7, to_month: 7, is_harvest: false },
    { label: bi("开挖", "Lifting"), from_month: 8, to_month: 10, is_harvest: true },
    { label: bi("窖藏续售", "From the cellar"), from_month: 11, to_month: 3, is_harvest: false },
  ],
  season_note: bi(
    "三四月下种，七月满坡开花，八月底起挖，十月挖完。挖出来晾干表皮就入窖，窖里能放到开春，发了芽的不卖。",
    "Planted in March and April, in flower on every slope in July, lifted from late August until October. Tubers are dried and cellared, and keep until spring; anything that has sprouted is not sold.",
  ),
  facts: [
    {
      label: bi("种植海拔", "Growing altitude"),
      value: bi("约 2000–3000 米", "about 2,000–3,000 m"),
      note: UNCONFIRMED,
    },
    {
      label: bi("一年", "Crops a year"),
      value: bi("只种一季", "One"),
      note: bi(
        "高寒山地，地要歇，也要轮荞麦、燕麦",
        "Cold uplands: fields rest, and rotate with buckwheat and oats",
      ),
    },
    {
      label: bi("品类", "Kinds"),
      value: bi("黄心、红皮、乌皮", "Yellow, red-skinned, dark"),
      note: bi("各有各的吃法，袋上写明", "Each with its own use, written on the bag"),
    },
    {
      label: bi("清洗", "Washing"),
      value: bi("带泥发货", "Sent unwashed"),
      note: bi("带泥才放得住，收到不要水洗后存放", "Soil keeps them; do not wash before storing"),
    },
  ],
  gi_records: [],
  story: {
    title: bi("一窖洋芋", "One cellar of potatoes"),
    paragraphs: [
      bi(
        "解放沟镇的吉克家，窖口朝南，一窖能放三千斤。往年开春价贱，吃不完的喂猪；也有人上门收，五分地一口价。",
        "The Jike family's cellar in Jiefanggou faces south and holds a ton and a half. Spring prices were poor, and what was left fed the pigs; some buyers came to the door with one price for the lot.",
      ),
      bi(
        "合作社头一年只要五十克以上的，按大小分三袋过秤，小的做粉条也收。吉克在本子上记：大的多少，中的多少，小的多少。他说从没想过洋芋还要排队站好。",
        "The cooperative sorts into three bags by size and weighs each; the small ones go for noodles, and are paid for too. Jike keeps his own list: so many large, so many middling, so many small. He had never thought, he says, that potatoes would have to stand in line.",
      ),
      bi(
        "（演示故事，人名与数字均为虚构。）",
        "(A demonstration story; the people and figures are invented.)",
      ),
    ],
    quote: bi(
      "小的也有人要，那就一个都不白挖。",
      "If the small ones count too, none was dug in vain.",
    ),
  },
}
