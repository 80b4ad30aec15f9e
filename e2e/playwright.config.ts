import { defineConfig, devices } from "@playwright/test"

const storefront = process.env.STOREFRONT_URL ?? "http://localhost:4321"

export default defineConfig({
  testDir: "./tests",
  // The browser tests share one seeded stack and two cores.
  workers: 1,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    baseURL: storefront,
    trace: "retain-on-failure",
    timezoneId: "Asia/Shanghai",
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    {
      name: "phone",
      use: { ...devices["Pixel 7"], viewport: { width: 360, height: 780 }, locale: "zh-CN" },
    },
    {
      name: "desktop",
      grep: /@desktop/,
      use: { viewport: { width: 1440, height: 900 }, locale: "zh-CN" },
    },
  ],
})
