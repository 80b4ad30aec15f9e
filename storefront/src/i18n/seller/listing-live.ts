import type { Catalogue } from "~/i18n/catalogue"

/** The few words that the listing form says while one types. Kept apart: they go to the phone. */
export const listingLive = {
  "zh-CN": {
    packs: (code: string, left: string, use: string, rest: string) =>
      `${code} 还有 ${left} 没装，这里用 ${use}，全装完剩 ${rest}。`,
    over: (code: string, left: string, taken: string, most: number) =>
      `${code} 只剩 ${left}，一共要用 ${taken}。这里最多装 ${most} 包。`,
    uploading: (count: number) => `正在传 ${count} 张照片…`,
    uploadFailed: "没传上去，网络不通。照片还选着，存的时候会再传。",
    uploaded: (count: number) => `传好了 ${count} 张。`,
    saving: "正在存…",
    kept: { lead: "上次写到一半的还在这台手机上。", restore: "拿回来", drop: "不要了" },
  },
  en: {
    packs: (code: string, left: string, use: string, rest: string) =>
      `${code} has ${left} unpacked, this takes ${use}, ${rest} would be left in all.`,
    over: (code: string, left: string, taken: string, most: number) =>
      `${code} has only ${left} left and this takes ${taken} in all. At most ${most} packs here.`,
    uploading: (count: number) => `Uploading ${count} ${count === 1 ? "photo" : "photos"}…`,
    uploadFailed: "Not uploaded: no network. They stay chosen and go along when you save.",
    uploaded: (count: number) => `${count} uploaded.`,
    saving: "Saving…",
    kept: {
      lead: "What you left half written is still on this phone.",
      restore: "Bring it back",
      drop: "Discard it",
    },
  },
} satisfies Catalogue
