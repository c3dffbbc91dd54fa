#!/usr/bin/env node
const { readFileSync, statSync } = require("node:fs");
const { join } = require("node:path");

const args = process.argv.slice(2);
// The command is the first word that is neither an option nor the value of the only one that stands before commands.
const command = args.find((arg, index) => !arg.startsWith("-") && args[index - 1] !== "--database") ?? "";
const dist = join(__dirname, "..", "dist");

/** The bundle of the command (scripts/bundle.mjs), unless something was compiled after it. */
function bundle() {
  const changed = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  let name;
  try {
    name = JSON.parse(readFileSync(join(dist, "bundles", "bundles.json"), "utf8"))[command];
  } catch {
    // Without bundles everything runs from dist.
  }
  if (typeof name !== "string") return undefined;
  const file = join(dist, "bundles", `${name}.cjs`);
  const packages = ["core", "store", "files", "cli"].map((name) =>
    join(__dirname, "..", "..", name, "dist", ".tsbuildinfo"),
  );
  return packages.every((each) => changed(each) <= changed(file)) ? file : undefined;
}

async function run() {
  const file = bundle();
  if (file !== undefined) return require("./script-of.cjs").loaded(file).main(args);
  const { main } = await import("../dist/main.js");
  return main(args);
}

run().then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    throw error;
  },
);
