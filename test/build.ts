import { bin, root, run } from "../scripts/pnpm.mjs";

/** The commands are tested built, as users run them. When the build is up to date this takes two seconds. */
export function setup(): void {
  process.chdir(root);
  run(bin("tsc"), ["-b"]);
  run("node", ["scripts/bundle.mjs"]);
}
