import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { allCommands } from "../src/all-commands.ts";
import { heedProgram } from "../src/program.ts";
import { root } from "./heed.ts";

test("docs/command-line.md names every command in its table", () => {
  const page = readFileSync(join(root, "docs", "command-line.md"), "utf8");
  const rows = page.split("\n").filter((line) => line.startsWith("| `heed "));
  for (const command of heedProgram(allCommands, () => undefined).commands)
    for (const sub of command.commands.length > 0 ? command.commands : [undefined]) {
      const isTold = rows.some(
        (row) =>
          row.includes(`heed ${command.name()}`) && (sub === undefined || new RegExp(`[ \`]${sub.name()}\``).test(row)),
      );
      expect(isTold, [command.name(), sub?.name()].join(" ")).toBe(true);
    }
});
