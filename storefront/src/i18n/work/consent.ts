import type { Catalogue } from "../catalogue"

/** Words of a household's consents: given and withdrawn, each on paper. */
export const consent = {
  "zh-CN": {
    title: "故事和照片的同意",
    lead: "公开页上讲这一户的故事、放照片，要有本人签字的同意，一项一签，随时能撤回。撤回以后，公开页上马上不再出现。",
    purposes: { story: "讲故事", photo: "放照片" },
    given: "已同意",
    none: "没有同意",
    evidence: "凭据",
    evidenceHint: "例如：签字单编号、哪天由谁当面收的。不要写姓名和证件号。",
    give: "记下同意",
    withdraw: "记下撤回",
    done: { given: "同意已记下。", withdrawn: "撤回已记下，公开页上不再出现。" },
    refusals: {
      consent_evidence_missing: "请写明同意或撤回的凭据（如签字单编号）。",
      consent_unchanged: "这一项已经是这个状态，不用再记。",
    } as Record<string, string>,
    failure: "没有办成，填的还在，请再试一次。",
  },
  en: {
    title: "Consent to stories and photos",
    lead: "Public pages tell this household's story or show its photos only with its signed consent, one for each purpose, withdrawn at any time. After a withdrawal nothing of it is shown.",
    purposes: { story: "Story", photo: "Photos" },
    given: "given",
    none: "not given",
    evidence: "What it rests on",
    evidenceHint:
      "For example the number of the signed sheet, and who took it when. No names or ID numbers.",
    give: "Record the consent",
    withdraw: "Record the withdrawal",
    done: {
      given: "The consent is recorded.",
      withdrawn: "The withdrawal is recorded; nothing is public any more.",
    },
    refusals: {
      consent_evidence_missing: "Say what it rests on, such as the number of the signed sheet.",
      consent_unchanged: "It stands so already; there is nothing to record.",
    },
    failure: "It did not work. What you typed is kept; please try again.",
  },
} satisfies Catalogue
