import { open } from "node:fs/promises";
import { DomainError } from "@heed/core";
import {
  type EvidenceFile,
  type EvidenceFileType,
  evidenceFileTypes,
  typeOfName,
} from "@heed/core/follow-up/entries/evidence-file";
import { fileTypeFromFile } from "file-type";
import { officePackageType } from "./office-package.ts";
import { refuseOtherFormats } from "./one-format.ts";
import { plainTextType } from "./plain-text.ts";
import { Refusal } from "./refusal.ts";

/**
 * What a file of evidence is by its content, where its name says the same. No more than a piece of it is in memory, and of an
 * archive no more is unpacked than a document has. Errors: invalidInput, with what is wrong with the file.
 */
export async function evidenceTypeOf(path: string, name: string): Promise<EvidenceFile["mediaType"]> {
  const named = typeOfName(name);
  if (named === undefined)
    throw refused(name, `a file of evidence is one of ${endings.join(", ")}, by the ending of its name`);
  const found = await contentTypeOf(path, named).catch((error: Error) => {
    throw error instanceof Refusal ? refused(name, error.message) : error;
  });
  if (found === named) return evidenceFileTypes[named].mediaType;
  throw refused(name, `its name says ${named}, and its content is ${found ?? "none of the types that are taken"}`);
}

const endings = Object.values(evidenceFileTypes).flatMap(({ endings }) => endings);

function refused(name: string, detail: string): DomainError {
  return new DomainError("invalidInput", "the file is not taken as evidence", [{ name: "name", value: name, detail }]);
}

const byMediaType: Readonly<Record<string, EvidenceFileType>> = {
  "application/pdf": "pdf",
  "image/png": "png",
  "image/jpeg": "jpeg",
};

/** Of a text alone the name decides whether it is read as a message. */
async function contentTypeOf(path: string, named: EvidenceFileType): Promise<EvidenceFileType | string | undefined> {
  if (await beginsWith(path, [0x50, 0x4b, 3, 4])) return officePackageType(path);
  const detected = (await fileTypeFromFile(path))?.mime;
  const type = byMediaType[detected ?? ""];
  if (type !== undefined) {
    await refuseOtherFormats(path, type);
    return type;
  }
  if (detected !== undefined) return detected;
  return plainTextType(path, named);
}

async function beginsWith(path: string, bytes: readonly number[]): Promise<boolean> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes.length), 0, bytes.length, 0);
    return bytesRead === bytes.length && bytes.every((byte, place) => buffer[place] === byte);
  } finally {
    await file.close();
  }
}
