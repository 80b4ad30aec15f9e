import { bi, UNCONFIRMED, type CountyIndustryContent } from "../content"

export const jiashi: CountyIndustryContent = {
  county_code: "653129",
  name: bi("伽师瓜", "Jiashi melon"),
  short: bi("伽师瓜", "Jiashi melon"),
  tagline: bi(
    "网纹一裂，满屋是香；放到入冬，越放越甜。",
    "The net splits, the room fills with scent; kept till winter, it only sweetens.",
  ),
  intro: bi(
    "伽师在喀什东边，克孜勒河浇出来的平原，沙土地，雨少。伽师瓜是甜瓜里的晚熟种，皮深绿带网纹，肉橘红，脆，九月十月才是主季。当地人家把它挂在屋梁下，能吃到冬天。",
    "Jiashi lies east of Kashgar on a sandy plain watered by the Kizil river, where rain is rare. Its melon ripens late: dark green and netted outside, orange and crisp inside, at its height in September and October. Families hang them from the beams and eat them into the winter.",
  ),
  seal: "伽师",
  accent: "melon",
  landscape: "land-oasis",
  art: "melon",
  season_text: bi("7 月—11 月", "July to November"),
  season_months: [7, 8, 9, 10, 11],
  season: [
    { label: bi("下种", "Sowing"), from_month: 4, to_month: 5, is_harvest: false },
    { label: bi("坐瓜", "Fruit set"), from_month: 6, to_month: 7, is_harvest: false },
    { label: bi("早熟瓜", "Early melons"), from_month: 7, to_month: 8, is_harvest: true },
    { label: bi("晚熟瓜", "Late melons"), from_month: 9, to_month: 10, is_harvest: true },
    { label: bi("窖藏末批", "Last stored lots"), from_month: 11, to_month: 11, is_harvest: false },
  ],
  season_note: bi(
    "七月起有早瓜，九月到十月是晚熟瓜，耐放也耐运。采到十月底为止，窖里的末批卖到十一月。瓜收到先放两三天，闻到香了再切。",
    "Early melons come from July; the late ones of September and October keep and travel. Picking ends with October and the last stored lots go in November. Let one rest two or three days and cut it when you can smell it.",
  ),
  facts: [
    {
      label: bi("种植海拔", "Growing altitude"),
      value: bi("约 1200 米", "about 1,200 m"),
      note: UNCONFIRMED,
    },
    {
      label: bi("土", "Soil"),
      value: bi("沙壤，少雨", "Sandy, little rain"),
      note: bi("河水浇地，收前半个月停水", "River-watered, and kept dry for the last fortnight"),
    },
    {
      label: bi("耐放", "Keeping"),
      value: bi("晚熟种", "A late melon"),
      note: bi(
        "阴凉通风处可放数周，切开请当天吃",
        "Weeks in a cool airy place; eat the day it is cut",
      ),
    },
    {
      label: bi("装箱", "Packing"),
      value: bi("网套加隔板", "Sleeved and divided"),
      note: bi("两枚或四枚一箱，重量写范围", "Two or four to a box, weight given as a range"),
    },
  ],
  gi_records: [
    {
      kind: bi("地理标志产品“伽师瓜”", "Geographical indication product “Jiashi melon”"),
      number: "2005-11-29 公告",
      announced_on: "2005-11-29",
      is_verified: false,
      source: "counties.csv: gi_status, evidence=web; announcement number not seen",
    },
  ],
  story: {
    title: bi("屋梁下的瓜", "Melons under the beam"),
    paragraphs: [
      bi(
        "卧里托格拉克镇的图尔荪家每年留三十个瓜挂在屋梁下，用芨芨草编的网兜着，来客人就摘一个。剩下的卖，车一到，一口价，装满就走。",
        "The Tursun family of Olitoghrak hang thirty melons from the beams each year in nets of plaited grass, one for every guest. The rest were sold by the truckload: one price, and gone.",
      ),
      bi(
        "合作社第一年只收测过糖的，一车退了小半。第二年图尔荪收前停了水，瓜小了一圈，一级的反而多。他说挂在屋梁下的那三十个，也比从前甜。",
        "In its first year the cooperative took only melons that had been tested for sugar, and nearly half a truck went home. The next year Tursun stopped the water before harvest: smaller melons, more of them first grade. Even the thirty under the beams, he says, are sweeter.",
      ),
      bi(
        "（演示故事，人名与数字均为虚构。）",
        "(A demonstration story; the people and figures are invented.)",
      ),
    ],
    quote: bi(
      "水少浇一遍，瓜小一圈，心里甜一分。",
      "One watering less, a smaller melon, a sweeter heart.",
    ),
  },
}
