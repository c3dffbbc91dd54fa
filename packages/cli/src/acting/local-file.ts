import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { DomainError } from "@heed/core";
import type { NewEvidenceItem } from "@heed/core/follow-up/entries/evidence";
import { FileName } from "@heed/core/text/file-name";
import type { MachineFile, TrackerWrites } from "./tracker-writes.ts";

/** Evidence with a file of this machine, which is taken in before the act names it. */
export type LocalEvidence = Omit<NewEvidenceItem, "file"> & { path: string };

const told = /^(document|law|statistic|judgment|file|interview):(.*)=([^=]+)$/s;

/** Reads `PATH`, or `kind:title=PATH`: a file without more is a document, titled by its name. */
export function localEvidence(given: string, confidential: boolean): LocalEvidence {
  const [, kind = "document", title, path = given] = told.exec(given) ?? [];
  return { kind: kind as NewEvidenceItem["kind"], title: title?.trim() || basename(path), path, confidential };
}

/** The evidence of an input with its files taken in, each under its id. Errors: invalidInput, with the option. */
export async function withFilesTakenIn(
  evidence: readonly (NewEvidenceItem | LocalEvidence)[],
  writes: TrackerWrites,
): Promise<NewEvidenceItem[]> {
  const items: NewEvidenceItem[] = [];
  for (const item of evidence)
    if ("path" in item) {
      const { path, ...rest } = item;
      items.push({ ...rest, file: await writes.takeIn(await machineFile(path)) });
    } else items.push(item);
  return items;
}

async function machineFile(path: string): Promise<MachineFile> {
  const fault = (detail: string) =>
    new DomainError("invalidInput", "the file is not taken as evidence", [{ name: "--file", value: path, detail }]);
  const found = await stat(path).catch((error: Error) => {
    throw fault(`it cannot be read: ${error.message}`);
  });
  if (!found.isFile()) throw fault("it is no file");
  const name = FileName.safeParse(basename(path));
  if (!name.success) throw fault(`its name ${name.error.issues[0]?.message}`);
  return { name: name.data, path };
}
