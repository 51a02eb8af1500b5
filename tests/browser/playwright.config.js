// Browser journeys: Debian's Chromium drives the very binary that the Rust tests built. `tests/run browser` starts them.

import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.js",
  outputDir: "../../target/browser/failures",
  globalSetup: "./lib/load.js",
  // Each journey has a browser and a service of its own. One alone leaves half of two processors idle.
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 5_000 },
  reporter: [["list"], ["json", { outputFile: "../../target/browser/report.json" }]],
  use: {
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    timezoneId: "America/Bogota",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.INITIATIVES_CHROMIUM ?? "/usr/bin/chromium",
      // Chromium's own traffic (updates, accounts) has no place in a test, and its sandbox does not work for root.
      args: [
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-gpu",
        "--disable-quic",
        "--disable-sync",
        "--no-first-run",
        "--no-sandbox",
      ],
    },
  },
});
