import { DomainError } from "@heed/core";
import type { Command } from "commander";
import { type HeldKey, heldConfiguration, unknownVariables } from "../configuration/held-configuration.ts";
import { type Format, formatOption } from "../options/options.ts";
import { table } from "../present/table.ts";
import { write, writeError, writeJson } from "../process/write.ts";

export function addConfig(program: Command): void {
  program
    .command("config")
    .description("The configuration of this installation")
    .command("show")
    .description("What holds for each key, and where it was said; without secrets")
    .addOption(formatOption())
    .action(async ({ format }: { format: Format }) => {
      const keys = heldConfiguration(program);
      for (const each of unknownVariables()) writeError(`heed: nothing reads ${each}\n`);
      if (format === "json") await writeJson({ total: keys.length, items: keys });
      else await write(keysText(keys));
      const faults = keys.filter(({ fault }) => fault !== undefined);
      if (faults.length > 0)
        throw new DomainError(
          "invalidInput",
          "the configuration cannot be used",
          faults.map(({ key, variable, file, value = "", fault = "" }) => {
            return { ...(file && { file }), name: file ? key : variable, value, detail: fault };
          }),
        );
    });
}

const sources = { environment: "the environment", usual: "usual" } as const;

function keysText(keys: readonly HeldKey[]): string {
  return table(
    [
      { head: "Key", of: ({ key }) => key },
      { head: "Value", wide: true, of: ({ value }) => value ?? "–" },
      { head: "Said by", of: ({ from, file }) => (from === "file" ? (file ?? "") : sources[from]) },
      { head: "Variable", below: true, of: ({ variable }) => variable },
    ],
    keys,
  );
}
