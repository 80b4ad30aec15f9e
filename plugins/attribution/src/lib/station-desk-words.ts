import type { ClosingRefusal, OpeningRefusal } from "../domain/station-desk"

export type StationDeskRefusal =
  OpeningRefusal | ClosingRefusal | "station_code_taken" | "station_shut" | "station_worker_gone"

/** Why an official's word about a station was not written down, and how to mend it. */
export const STATION_DESK_WORDS: Record<StationDeskRefusal, Record<"zh" | "en", string>> = {
  station_closed_already: {
    zh: "这个站已经登记过关闭日期，不能再改。",
    en: "The closing of this station is on record already and stays as it is.",
  },
  station_closed_before_open: {
    zh: "关闭日期要晚于开业日期。",
    en: "The closing comes after the opening.",
  },
  station_code_taken: {
    zh: "这个编号已经有站在用，请换一个。",
    en: "Another station has this number. Use another.",
  },
  station_division_outside: {
    zh: "站点要设在您辖区内的县、乡镇或村。",
    en: "A station is in a county, township or village of your own division.",
  },
  station_opens_ahead: {
    zh: "开业日期还没到，请开业后再登记。",
    en: "It has not opened yet. Register it when it has.",
  },
  station_shut: {
    zh: "这个站已经关闭，不能再登记人员。",
    en: "This station has closed and takes no workers.",
  },
  station_village_missing: {
    zh: "请至少选一个服务村。",
    en: "Choose one village or more that it serves.",
  },
  station_village_outside: {
    zh: "有的村不在您的辖区。请从名单里选。",
    en: "A village lies outside your division. Choose from the list.",
  },
  station_worker_gone: {
    zh: "这个人已经不在这个站，或服务早已结束。",
    en: "This worker is not at this station, or has left it already.",
  },
  stations_not_kept_here: {
    zh: "服务站由县和乡镇登记。请联系当地县级或乡级干部。",
    en: "Counties and townships keep their stations. Ask an official there.",
  },
  subsidy_outside_opening: {
    zh: "这一年站点没有营业，补贴年份不对。",
    en: "The station was not open in that year. Check the year of the subsidy.",
  },
}
