import type { SignInField, SignInReason } from "~/features/work/sign-in"

import type { Catalogue } from "./catalogue"

/** Words of the frame around officials' and sellers' pages, and of signing in to either. */
export const work = {
  "zh-CN": {
    brand: "上行",
    areas: { official: "工作台", seller: "卖家", station: "服务站" },
    titleOf: (title: string, area: string) => `${title} · 上行${area}`,
    skip: "跳到正文",
    mainNav: "主导航",
    more: "更多",
    otherLanguage: "English",
    changePassword: "改密码",
    signOut: "退出登录",
    toShop: "去商城",
    print: "打印",
    signInTitle: { official: "干部登录", seller: "卖家登录", station: "服务站登录" },
    signInLead: {
      official: "县乡干部在这里看自己辖区的带动销售额。账号由平台开给本人。",
      seller: "合作社、龙头企业在这里发货、上架、看批次。账号由平台开给经办人。",
      station: "站长在这里替村里的农户确认交售和收款、登记代购。账号由县里开给本人。",
    },
    fields: { email: "电子邮箱", password: "密码" } satisfies Record<SignInField, string>,
    reasons: {
      missing: "这一格还空着。",
      email_wrong: "邮箱写得不完整，应像 ming@example.cn。",
      too_long: "太长了。",
    } satisfies Record<SignInReason, string>,
    refused: "邮箱和密码对不上，或者这个账号不属于这里。邮箱还在，密码请再输一遍。",
    signIn: "登录",
    troubles: {
      missing: {
        title: "这里没有您要的页",
        lead: "地址写错了，或者它不在您的权限内。",
      },
      down: {
        title: "数据暂时取不到",
        lead: "不是您的操作有误，账上的数也没有变。过一两分钟再打开这一页。",
      },
    },
    tryAgain: "再试一次",
  },
  en: {
    brand: "Shangxing",
    areas: { official: "workbench", seller: "sellers", station: "service station" },
    titleOf: (title: string, area: string) => `${title} · Shangxing ${area}`,
    skip: "Skip to content",
    mainNav: "Main navigation",
    more: "More",
    otherLanguage: "中文",
    changePassword: "Change password",
    signOut: "Sign out",
    toShop: "To the shop",
    print: "Print",
    signInTitle: {
      official: "Officials sign in",
      seller: "Sellers sign in",
      station: "Service stations sign in",
    },
    signInLead: {
      official:
        "County and township officials see the attributed sales of their own division here. The platform opens accounts in person.",
      seller:
        "Cooperatives and enterprises ship, list and follow their lots here. The platform opens accounts in person.",
      station:
        "Station workers confirm deliveries and payments for the households of their villages here, and record purchases. The county opens accounts in person.",
    },
    fields: { email: "Email", password: "Password" },
    reasons: {
      missing: "This is still empty.",
      email_wrong: "This email is incomplete; it should look like ming@example.cn.",
      too_long: "This is too long.",
    },
    refused:
      "This email and password do not belong together, or the account belongs elsewhere. The email is kept; please type the password again.",
    signIn: "Sign in",
    troubles: {
      missing: {
        title: "There is no such page here",
        lead: "The address is wrong, or it is not yours to see.",
      },
      down: {
        title: "The figures cannot be fetched just now",
        lead: "You did nothing wrong and no figure has changed. Open this page again in a minute or two.",
      },
    },
    tryAgain: "Try again",
  },
} satisfies Catalogue
