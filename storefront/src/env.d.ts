declare namespace App {
  interface Locals {
    locale: import("~/lib/locale").Locale
    /** The path without its language prefix: what `localized()` takes. */
    path: string
  }
}
