// `npm run demo`: from a fresh clone to an answer. It installs, builds, loads the example world into a database file
// inside the clone, prints what is overdue and serves the pages and the API until Ctrl-C. HEED_DEMO_NO_SERVE=1 leaves out the last
// step.
import { spawn, spawnSync } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { pnpm, root, run } from "./pnpm.mjs";

process.chdir(root);
const heed = join(root, "packages", "cli", "bin", "heed.js");
// The name that the README uses, from the root of the clone.
const database = "file:.heed-demo/heed.sqlite";
const env = { HEED_DATABASE: database };
const serves = !process.env.HEED_DEMO_NO_SERVE;
const port = process.env.HEED_PORT ?? "3000";

if (serves) await requireFreePort();
pnpm("install", "--frozen-lockfile");
pnpm("run", "build");
run("node", [heed, "database", "upgrade"], env);
run("node", [heed, "import", join("examples", "world", "world.yaml")], env);
if (serves)
  console.log(`
Read it in a browser, in a moment: http://localhost:${port}/ (nl, fr, de, en; any day, such as 2015-06-30).
The same on the command line:
`);
run("node", [heed, "overdue"], env);
if (serves)
  console.log(`
The desks of three people of the example world, by links that sign in once, within 12 hours:
${peopleOfTheDemo().join("\n")}`);
console.log(`
The commands of the README ask this database when they know its name. From the root of the clone:
  export HEED_DATABASE=${database}
  npx --yes pnpm@10.34.9 heed overdue --as-of 2015-06-30 --explain
`);
if (serves) {
  const service = spawn("node", [heed, "serve", "--port", port], { stdio: "inherit", env: { ...process.env, ...env } });
  service.on("exit", (code) => process.exit(code ?? 0));
  // The service stops on these signals; this program waits for it, so that nothing keeps running.
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => service.kill(signal));
}

/** An editor, an assessor and a respondent, each with a link; a demo that ran before has added them already. */
function peopleOfTheDemo() {
  const people = [
    ["A. Lambert", "editor:myria", "keeps Myria's record"],
    ["N. Dubois", "assessor:myria", "assesses for Myria"],
    ["J. Claes", "respondent:just", "answers for Justice"],
  ];
  const asked = (...args) =>
    spawnSync("node", [heed, "user", ...args], { env: { ...process.env, ...env }, encoding: "utf8" });
  return people.map(([name, role, does]) => {
    asked("add", name, "--role", role);
    const { stdout, stderr } = asked("link", name, "--valid-for", "12h", "--public-url", `http://localhost:${port}`);
    return `  ${name}, who ${does}: ${stdout.trim() || stderr.trim()}`;
  });
}

/** Ends the program before minutes of work when the port is taken or invalid. */
function requireFreePort() {
  return new Promise((resolve) => {
    const refused = (error) => {
      console.error(`heed: port ${port} cannot be used (${error.code}); name another: HEED_PORT=3001 npm run demo`);
      process.exit(2);
    };
    const trial = createServer().once("error", refused);
    try {
      trial.listen(Number(port), process.env.HEED_HOST ?? "127.0.0.1", () => trial.close(resolve));
    } catch (error) {
      refused(error);
    }
  });
}
