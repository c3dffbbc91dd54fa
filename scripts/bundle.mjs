// Makes bundles of the commands, each one file with everything it needs, and V8's code cache beside it: a command answers
// before the whole program would be loaded (docs/decisions/0007). Commands that only read have a bundle each; the others
// share one. The service runs from dist.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { leanParts } from "./lean-parts.mjs";
import { pastBarrels } from "./past-barrels.mjs";
import { root, run } from "./pnpm.mjs";

const cli = join(root, "packages", "cli");
const folder = join(cli, "dist", "bundles");

const record = mkdtempSync(join(tmpdir(), "heed-bundle-"));
const world = join(root, "examples", "world", "world.yaml");

/**
 * For each bundle: the modules and functions that add its commands, and examples, so that V8 compiles what those commands
 * use.
 */
const bundles = {
  overdue: { adds: { overdue: ["addOverdue"] }, examples: bothFormats("overdue") },
  owed: { adds: { owed: ["addOwed"] }, examples: bothFormats("owed") },
  changes: {
    adds: { changes: ["addChanges"] },
    examples: bothFormats("changes", "--since", "2014-01-01", "--until", "2015-06-30"),
  },
  stale: { adds: { stale: ["addStale"] }, examples: bothFormats("stale") },
  progress: { adds: { progress: ["addProgress"] }, examples: bothFormats("progress", "--group-by", "addressee") },
  explain: { adds: { explain: ["addExplain"] }, examples: bothFormats("explain", "R14") },
  recommendation: {
    adds: {
      recommendation: ["addRecommendation"],
      "recommendation-standing": ["addRecommendationStanding"],
      "recommendation-check": ["addRecommendationCheck"],
      "recommendation-propose": ["addRecommendationPropose"],
      "register-acts": ["addRegisterActs"],
    },
    examples: bothFormats("recommendation", "list"),
  },
  others: {
    adds: {
      "follow-up": ["addFollowUp"],
      acts: ["addActs"],
      report: ["addReport"],
      cycle: ["addCycle"],
      organization: ["addOrganization"],
      item: ["addItem"],
      section: ["addSection"],
      settings: ["addSettings"],
      "register-acts": ["addRegisterActs"],
      import: ["addImport"],
      export: ["addExport"],
      database: ["addDatabase"],
      audit: ["addAudit"],
      token: ["addToken"],
      reminder: ["addReminder"],
      webhook: ["addWebhookCommand"],
    },
    examples: [
      ["import", world],
      ["audit", "verify"],
      ["report", "list"],
      ["follow-up", "show", "2011-03", "--addressee", "just"],
      ["export", "--format", "json", "--to", join(record, "record.json")],
    ],
  },
};

function bothFormats(...words) {
  return ["table", "json"].map((format) => [...words, "--format", format]);
}

// When the build changed nothing, the bundles are still valid.
const packages = ["client", "core", "store", "files", "cli"].map((name) =>
  join(root, "packages", name, "dist", ".tsbuildinfo"),
);
const digest = createHash("sha256");
const plugins = ["lean-parts.mjs", "past-barrels.mjs"].map((name) => join(root, "scripts", name));
for (const file of [...packages, ...plugins, join(root, "pnpm-lock.yaml"), import.meta.filename])
  digest.update(readFileSync(file));
const made = digest.update(process.version).digest("hex");
const mark = join(folder, "made-from");
if (existsSync(mark) && readFileSync(mark, "utf8") === made) {
  for (const name of Object.keys(bundles)) utimesSync(join(folder, `${name}.cjs`), new Date(), new Date());
  rmSync(record, { recursive: true });
  process.exit(0);
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
await Promise.all(
  Object.entries(bundles).map(([name, { adds }]) =>
    build({
      stdin: {
        contents: `import { run } from "./process/run.js";
          ${Object.entries(adds)
            .map(([module, names]) => `import { ${names.join(", ")} } from "./commands/${module}.js";`)
            .join("")}
          export const commands = [${Object.values(adds).flat().join(", ")}];
          export const main = (args) => run(args, commands);`,
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

// Each bundle answers its examples on the example world, and V8's compiled code is kept for the next run.
const env = { HEED_DATABASE: `file:${join(record, "heed.sqlite")}` };
const heed = join(cli, "bin", "heed.js");
run(process.execPath, [heed, "database", "upgrade"], env, "ignore");
run(process.execPath, [heed, "import", world], env, "ignore");
for (const [name, { examples }] of Object.entries(bundles)) {
  const questions = examples.map((words) => JSON.stringify(words));
  run(
    process.execPath,
    [join(cli, "bin", "keep-compiled.cjs"), join(folder, `${name}.cjs`), ...questions],
    env,
    "ignore",
  );
}
rmSync(record, { recursive: true });

// Which bundle has a command, by its first word.
const { heedProgram } = await import(join(cli, "dist", "process", "program.js"));
const byCommand = {};
for (const name of Object.keys(bundles)) {
  const { commands } = createRequire(import.meta.url)(join(cli, "bin", "script-of.cjs")).loaded(
    join(folder, `${name}.cjs`),
  );
  for (const command of heedProgram(commands, () => {}).commands) byCommand[command.name()] ??= name;
}
writeFileSync(join(folder, "bundles.json"), JSON.stringify(byCommand));
writeFileSync(mark, made);
