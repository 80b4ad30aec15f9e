import { model } from "@medusajs/framework/utils"

/** A service station (电商服务站). The row never changes; that it closed is a row of its own. */
export const Station = model
  .define("station", {
    id: model.id({ prefix: "stn" }).primaryKey(),
    /** 站点编号 in the officials' own list: files name stations by it. */
    code: model.text(),
    county_code: model.text(),
    /** Of its village, township or county. */
    division_code: model.text(),
    name_zh: model.text(),
    kind: model.enum(["county", "township", "village"]),
    /** Business day. */
    opened_on: model.text(),
    recorded_by: model.text(),
  })
  .indexes([{ on: ["code"], unique: true }, { on: ["division_code"] }])

export const StationClosing = model
  .define("station_closing", {
    id: model.id({ prefix: "stc" }).primaryKey(),
    station_id: model.text(),
    /** The first business day without it. */
    closed_on: model.text(),
    recorded_by: model.text(),
  })
  .indexes([{ on: ["station_id"], unique: true }])

/** A village that a station serves, from a day and maybe until one. A later row may take its place. */
export const StationVillage = model
  .define("station_village", {
    id: model.id({ prefix: "stv" }).primaryKey(),
    station_id: model.text(),
    village_code: model.text(),
    valid_from: model.text(),
    /** The first business day on which it no longer does. */
    valid_to: model.text().nullable(),
    corrects_id: model.text().nullable(),
    recorded_by: model.text(),
  })
  .indexes([{ on: ["station_id"] }, { on: ["village_code"] }])

/** Who works at a station, and signs in there. Who has left is off the list, the row stays. */
export const StationWorker = model.define("station_worker", {
  id: model.id({ prefix: "stw" }).primaryKey(),
  station_id: model.text(),
  email: model.text().unique(),
  name: model.text(),
  /** The official who registered the worker; none for those from before officials could. */
  recorded_by: model.text().nullable(),
})

/** That a worker's service ended: from that moment on the station is closed to them. */
export const StationWorkerEnd = model.define("station_worker_end", {
  id: model.id({ prefix: "swe" }).primaryKey(),
  worker_id: model.text().unique(),
  reason: model.text(),
  recorded_by: model.text(),
})
