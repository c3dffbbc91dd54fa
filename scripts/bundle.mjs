// Makes one file of each command that only reads, with everything it needs, and V8's code cache beside it. Such a
// command answers before the whole program would be loaded (docs/decisions/0007). Other commands run from dist.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { leanParts } from "./lean-parts.mjs";
import { pastBarrels } from "./past-barrels.mjs";
import { root, run } from "./pnpm.mjs";

const cli = join(root, "packages", "cli");
const folder = join(cli, "dist", "commands-alone");

/**
 * For each bundle: the files and functions that add its commands, and example arguments, so that V8 compiles what those
 * commands use.
 */
const commands = {
  overdue: { adds: { overdue: "addOverdue" }, words: ["overdue"] },
  stale: { adds: { stale: "addStale" }, words: ["stale"] },
  progress: { adds: { progress: "addProgress" }, words: ["progress", "--group-by", "addressee"] },
  explain: { adds: { explain: "addExplain" }, words: ["explain", "R14"] },
  recommendation: {
    adds: {
      recommendation: "addRecommendation",
      "recommendation-standing": "addRecommendationStanding",
      "recommendation-acts": "addRecommendationActs",
    },
    words: ["recommendation", "list"],
  },
};

// When the build changed nothing, the bundles are still valid.
const packages = ["core", "store", "files", "cli"].map((name) => join(root, "packages", name, "dist", ".tsbuildinfo"));
const digest = createHash("sha256");
const plugins = ["lean-parts.mjs", "past-barrels.mjs"].map((name) => join(root, "scripts", name));
for (const file of [...packages, ...plugins, join(root, "pnpm-lock.yaml"), import.meta.filename])
  digest.update(readFileSync(file));
const made = digest.update(process.version).digest("hex");
const mark = join(folder, "made-from");
if (existsSync(mark) && readFileSync(mark, "utf8") === made) {
  for (const name of Object.keys(commands)) utimesSync(join(folder, `${name}.cjs`), new Date(), new Date());
  process.exit(0);
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
await Promise.all(
  Object.entries(commands).map(([name, { adds }]) =>
    build({
      stdin: {
        contents: `import { run } from "./process/run.js";
          ${Object.entries(adds)
            .map(([file, add]) => `import { ${add} } from "./commands/${file}.js";`)
            .join("")}
          export const main = (args) => run(args, [${Object.values(adds).join(", ")}]);`,
        resolveDir: join(cli, "dist"),
      },
      outfile: join(folder, `${name}.cjs`),
      bundle: true,
      platform: "node",
      target: "node20",
      format: "cjs",
      external: ["pg-native"],
      plugins: [pastBarrels, ...leanParts],
      // Lets our modules find files beside their source, and tells where native parts are found.
      banner: {
        js: `const addressOf = (name, file) => new URL(file, require("node:url").pathToFileURL(
            name === "cli" ? require("node:path").join(__dirname, "..", "-") : require.resolve("@heed/" + name)));
          const nativeParts = (name) => require("node:module").createRequire(require.resolve("libsql"))(name);`,
      },
      minify: true,
      legalComments: "none",
      logLevel: "warning",
    }),
  ),
);

// The bundles are read as Latin-1, which is faster: any other character would become two wrong ones.
for (const name of Object.keys(commands)) {
  const odd = /[^\0-\x7f]+/.exec(readFileSync(join(folder, `${name}.cjs`), "utf8"));
  if (odd !== null) throw new Error(`${name}.cjs is not plain ASCII: write ${odd[0]} as an escape in its source`);
}

// Each command runs once on the example world, and V8's compiled code is kept for the next run.
const record = mkdtempSync(join(tmpdir(), "heed-bundle-"));
const env = { HEED_DATABASE: `file:${join(record, "heed.sqlite")}` };
const heed = join(cli, "bin", "heed.js");
run(process.execPath, [heed, "database", "upgrade"], env, "ignore");
run(process.execPath, [heed, "import", join(root, "examples", "world", "world.yaml")], env, "ignore");
for (const [name, { words }] of Object.entries(commands)) {
  const questions = ["table", "json"].map((format) => JSON.stringify([...words, "--format", format]));
  run(
    process.execPath,
    [join(cli, "bin", "keep-compiled.cjs"), join(folder, `${name}.cjs`), ...questions],
    env,
    "ignore",
  );
}
rmSync(record, { recursive: true });
writeFileSync(mark, made);
