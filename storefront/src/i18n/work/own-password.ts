import type { PasswordField, PasswordReason } from "~/features/work/password"

import type { Catalogue } from "../catalogue"

/** Words of the page where people at work choose a password of their own. */
export const ownPassword = {
  "zh-CN": {
    title: "改密码",
    lead: "第一个密码是别人念给您的，请换成只有您知道的。至少 8 个字符，几个字连起来最好记，例如一句家乡话。",
    fields: {
      current_password: "现在的密码",
      password: "新密码",
      password_again: "新密码再输一遍",
    } satisfies Record<PasswordField, string>,
    reasons: {
      missing: "这一格还空着。",
      differs: "两遍输得不一样，请再输一遍。",
    } satisfies Record<PasswordReason, string>,
    retype: "为了安全，输错后三格都要重新输。",
    change: "改密码",
    done: "密码改好了",
    doneLead: "下次登录用新密码。旧密码不能用了，别处用它登录的也都退出了。",
    back: "回到工作页",
  },
  en: {
    title: "Change password",
    lead: "Your first password was told to you by somebody. Choose one that only you know: 8 characters or more; a few words in a row are the easiest to remember.",
    fields: {
      current_password: "Present password",
      password: "New password",
      password_again: "New password once more",
    },
    reasons: {
      missing: "This is still empty.",
      differs: "The two are not the same. Please type it again.",
    },
    retype: "For safety all three have to be typed again after a mistake.",
    change: "Change password",
    done: "Your password is changed",
    doneLead:
      "Sign in with the new one from now on. The old one no longer works, and whoever was signed in with it elsewhere is signed out.",
    back: "Back to work",
  },
} satisfies Catalogue
