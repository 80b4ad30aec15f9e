import type { CertificateFileRefusal } from "../domain/certificate-file"

type Words = { zh: string; en: string }

/** Why a certificate's file is not kept, in words; `certificate_file_foreign` lies elsewhere. */
export const CERTIFICATE_FILE_WORDS: Record<
  CertificateFileRefusal | "certificate_file_missing" | "certificate_file_foreign",
  Words
> = {
  certificate_file_missing: {
    zh: "没有收到合格证文件，请选一张照片或一个 PDF。",
    en: "No file of the certificate arrived. Choose a photograph or a PDF.",
  },
  certificate_file_too_large: {
    zh: "合格证文件不能超过 10 MB，请压缩后再传，或改拍照片。",
    en: "The certificate's file may be at most 10 MB. Make it smaller, or take a photograph.",
  },
  certificate_file_unknown: {
    zh: "合格证只收照片（JPEG、PNG、WebP、HEIF）或 PDF。",
    en: "A certificate's file is a photograph (JPEG, PNG, WebP, HEIF) or a PDF.",
  },
  certificate_file_locked: {
    zh: "这个 PDF 加了密码，打不开检查。请去掉密码，或拍成照片再传。",
    en: "This PDF is locked and can't be looked into. Remove its password, or take a photograph.",
  },
  certificate_file_active: {
    zh: "这个 PDF 里带有脚本、附件或会发送的表单，不收。请打印后拍照，或另存为普通 PDF。",
    en: "This PDF holds scripts, attachments or a form that sends. Photograph its print, or save it as a plain PDF.",
  },
  certificate_file_broken: {
    zh: "这个 PDF 不完整，或夹带了别的内容，不收。请重新导出，或拍成照片。",
    en: "This PDF is broken or carries something else along. Export it anew, or take a photograph.",
  },
  certificate_file_foreign: {
    zh: "合格证文件要先传到本平台，不收外部链接。",
    en: "The certificate's file must be uploaded here first; links to elsewhere are not kept.",
  },
}
