const { readFileSync, statSync } = require("node:fs");
const { join } = require("node:path");
const { loaded } = require("./script-of.cjs");

const dist = join(__dirname, "..", "dist");

/** The bundle of the command (scripts/bundle.mjs), unless something was compiled after it. */
function bundleOf(command) {
  const changed = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  let name;
  try {
    name = JSON.parse(readFileSync(join(dist, "bundles", "bundles.json"), "utf8"))[command];
  } catch {
    // Without bundles everything runs from dist.
  }
  if (typeof name !== "string") return undefined;
  const file = join(dist, "bundles", `${name}.cjs`);
  const packages = ["client", "core", "store", "files", "cli"].map((name) =>
    join(__dirname, "..", "..", name, "dist", ".tsbuildinfo"),
  );
  return packages.every((each) => changed(each) <= changed(file)) ? file : undefined;
}

const bundles = new Map();

/** The function that runs a command line, from its command's bundle or else from dist. */
async function mainFor(args) {
  // The command is the first word that is neither an option nor the value of one that stands before commands.
  const command =
    args.find(
      (arg, index) =>
        !arg.startsWith("-") && !["--database", "--server", "--files", "--config"].includes(args[index - 1]),
    ) ?? "";
  const file = bundleOf(command);
  if (file === undefined) return (await import("../dist/main.js")).main;
  if (!bundles.has(file)) bundles.set(file, loaded(file));
  return bundles.get(file).main;
}

module.exports = { mainFor };
