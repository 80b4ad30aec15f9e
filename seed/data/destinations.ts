/**
 * Where the story's buyers live: six-digit district codes (GB/T 2260) as a buyer's address form
 * would hold them. Streets and people are invented.
 */
export type Destination = {
  code: string
  province: string
  city: string
  district: string
  street: string
  weight: number
}

const to = (
  code: string,
  province: string,
  city: string,
  district: string,
  street: string,
  weight: number,
): Destination => ({ code, province, city, district, street, weight })

export const DESTINATIONS: Destination[] = [
  to("110105", "北京市", "北京市", "朝阳区", "望京演示街", 12),
  to("110108", "北京市", "北京市", "海淀区", "知春演示路", 8),
  to("310115", "上海市", "上海市", "浦东新区", "花木演示路", 12),
  to("310104", "上海市", "上海市", "徐汇区", "龙华演示路", 7),
  to("440305", "广东省", "深圳市", "南山区", "科苑演示路", 10),
  to("440106", "广东省", "广州市", "天河区", "体育东演示路", 8),
  to("510104", "四川省", "成都市", "锦江区", "东大演示街", 12),
  to("510107", "四川省", "成都市", "武侯区", "科华演示路", 9),
  to("500112", "重庆市", "重庆市", "渝北区", "龙溪演示街", 6),
  to("330106", "浙江省", "杭州市", "西湖区", "文三演示路", 7),
  to("320106", "江苏省", "南京市", "鼓楼区", "广州演示路", 5),
  to("420106", "湖北省", "武汉市", "武昌区", "中南演示路", 4),
  to("610113", "陕西省", "西安市", "雁塔区", "小寨演示路", 5),
  to("530102", "云南省", "昆明市", "五华区", "翠湖演示路", 5),
  to("370102", "山东省", "济南市", "历下区", "泉城演示路", 3),
  to("210102", "辽宁省", "沈阳市", "和平区", "南京演示街", 3),
]

/** Buyers next door: a sale inside the county of origin is the small circle. */
export const NEIGHBOURS: Destination[] = [
  to("513423", "四川省", "凉山彝族自治州", "盐源县", "盐井演示街", 4),
  to("513401", "四川省", "凉山彝族自治州", "西昌市", "航天演示路", 3),
  to("513402", "四川省", "凉山彝族自治州", "会理市", "古城演示街", 2),
  to("652901", "新疆维吾尔自治区", "阿克苏地区", "阿克苏市", "英巴格演示路", 2),
]
