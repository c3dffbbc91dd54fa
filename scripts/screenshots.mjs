// `pnpm screenshots`: makes the pictures of the pages for docs/ and the README, from the example world, with Chromium.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bin, root, run } from "./pnpm.mjs";

const { chromium } = createRequire(join(root, "packages", "api", "package.json"))("playwright-core");

/** Each picture with its page, and how far down it begins. */
const pictures = {
  "pages-front": { path: "/en?asOf=2015-06-30", from: "body" },
  "pages-recommendation": { path: "/en/recommendations/2011/2011-03?asOf=2015-06-30", from: "#to-just" },
};
const [width, height] = [1080, 760];

process.chdir(root);
run("node", ["scripts/generate.mjs"]);
run(bin("tsc"), ["-b"]);
const folder = mkdtempSync(join(tmpdir(), "heed-screenshots-"));
const env = { HEED_DATABASE: `file:${join(folder, "heed.sqlite")}` };
const heed = join("packages", "cli", "bin", "heed.js");
run("node", [heed, "database", "upgrade"], env);
run("node", [heed, "import", join("examples", "world", "world.yaml")], env, "ignore");
const service = spawn("node", [heed, "serve", "--port", "0"], {
  env: { ...process.env, ...env },
  stdio: ["ignore", "pipe", "inherit"],
});
try {
  const address = await new Promise((resolve, reject) => {
    service.stdout.on("data", (text) => resolve(/http:\/\/localhost:\d+/.exec(String(text))?.[0]));
    service.once("exit", () => reject(new Error("the service ended")));
  });
  const browser = await chromium.launch({
    executablePath: process.env.HEED_TEST_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: "light" });
  for (const [name, { path, from }] of Object.entries(pictures)) {
    await page.goto(address + path);
    await page
      .locator(from)
      .first()
      .evaluate((element) => element.scrollIntoView());
    await page.screenshot({ path: join("docs", `${name}.png`) });
    console.log(`docs/${name}.png`);
  }
  await browser.close();
} finally {
  service.kill();
  await once(service, "exit");
  rmSync(folder, { recursive: true, force: true });
}
