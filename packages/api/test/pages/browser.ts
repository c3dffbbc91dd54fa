import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** Debian's Chromium, or the one that is named. */
export const chromiumPath = process.env.HEED_TEST_CHROMIUM ?? "/usr/bin/chromium";

export const hasChromium = existsSync(chromiumPath);

/** Without a sandbox, because the tests run as root on a clean machine; it opens the pages of the test and nothing else. */
export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-dev-shm-usage",
      "--no-first-run",
      "--disable-background-networking",
    ],
  });
}
