import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { test } from "vitest";

const module = JSON.stringify(fileURLToPath(new URL("../dist/process/end-with-parent.js", import.meta.url)));

/** Computes for a minute, and hears of nothing meanwhile. */
const child = `import { endWithParent } from ${module}; endWithParent(); process.stdout.write("begun");
  const end = Date.now() + 60_000; setTimeout(() => { while (Date.now() < end); }, 100);`;
/** Makes it, and waits. */
const parent = `const { spawn } = require("node:child_process");
  spawn(process.execPath, ["--input-type=module", "-e", ${JSON.stringify(child)}], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  setInterval(() => {}, 1_000);`;

test("a process that computes ends soon after the one that made it was killed", { timeout: 20_000 }, async () => {
  const made = spawn(process.execPath, ["-e", parent], { stdio: ["ignore", "pipe", "inherit"] });
  await once(made.stdout, "data");
  await new Promise((later) => setTimeout(later, 300));
  // Both write there: it is closed when neither is left.
  const closed = once(made.stdout, "close");
  made.kill("SIGKILL");
  await closed;
});
