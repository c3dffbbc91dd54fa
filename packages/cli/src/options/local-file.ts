import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { DomainError, type Id, type Person } from "@heed/core";
import type { NewEvidenceItem } from "@heed/core/follow-up/entries/evidence";
import { FileName } from "@heed/core/text/file-name";
import { type Database, filePlaceOf, uploadFile, usualLimit } from "@heed/store";
import type { Command } from "commander";
import { filesFolderOf } from "../process/tracker.ts";

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
  { database, person, command }: { database: Database; person: Person; command: Command },
): Promise<NewEvidenceItem[]> {
  const items: NewEvidenceItem[] = [];
  for (const item of evidence)
    if ("path" in item) {
      const { path, ...rest } = item;
      items.push({ ...rest, file: await takeIn(path, { database, person, command }) });
    } else items.push(item);
  return items;
}

async function takeIn(
  path: string,
  { database, person, command }: { database: Database; person: Person; command: Command },
): Promise<Id> {
  const fault = (detail: string) =>
    new DomainError("invalidInput", "the file is not taken as evidence", [{ name: "--file", value: path, detail }]);
  const found = await stat(path).catch((error: Error) => {
    throw fault(`it cannot be read: ${error.message}`);
  });
  if (!found.isFile()) throw fault("it is no file");
  const name = FileName.safeParse(basename(path));
  if (!name.success) throw fault(`its name ${name.error.issues[0]?.message}`);
  const { inspectionWith } = await import("@heed/files");
  const { id } = await uploadFile(database, filePlaceOf(database, filesFolderOf(command)), {
    name: name.data,
    bytes: createReadStream(path) as AsyncIterable<Buffer>,
    limit: limitOf(process.env.HEED_LARGEST_FILE),
    inspect: inspectionWith(process.env.HEED_VIRUS_SCANNER || undefined),
    person,
    at: new Date().toISOString(),
    newId: randomUUID,
  });
  return id;
}

function limitOf(megabytes: string | undefined): number {
  if (!megabytes) return usualLimit;
  if (Number(megabytes) > 0) return Number(megabytes) * 1_000_000;
  throw new DomainError("invalidInput", "HEED_LARGEST_FILE is not a number of MB");
}
