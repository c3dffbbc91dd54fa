#!/usr/bin/env node
const { statSync } = require("node:fs");
const { join } = require("node:path");

const args = process.argv.slice(2);
// The command is the first word that is neither an option nor the value of the only one that stands before commands.
const command = args.find((arg, index) => !arg.startsWith("-") && args[index - 1] !== "--database") ?? "";
const alone = join(__dirname, "..", "dist", "commands-alone", `${command}.cjs`);

/** Whether the command has a bundle of its own (scripts/bundle.mjs) that nothing was compiled after. */
function hasBundle() {
  const changed = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (!/^[a-z]+$/.test(command) || changed(alone) === 0) return false;
  const packages = ["core", "store", "files", "cli"].map((name) =>
    join(__dirname, "..", "..", name, "dist", ".tsbuildinfo"),
  );
  return packages.every((file) => changed(file) <= changed(alone));
}

async function run() {
  if (hasBundle()) return require("./script-of.cjs").loaded(alone).main(args);
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
