import { bin, root, run } from "../scripts/pnpm.mjs";

/** The commands are tested as their users run them: built. A build that is up to date takes two seconds. */
export function setup(): void {
  process.chdir(root);
  run(bin("tsc"), ["-b"]);
  run("node", ["scripts/bundle.mjs"]);
}
