import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Busboy, type BusboyInstance } from "@fastify/busboy";
import { DomainError } from "@heed/core";
import { isRefusal } from "@heed/core/domain-error";
import { FileName } from "@heed/core/text/file-name";
import type { BroughtFile } from "@heed/portal";
import type { Request } from "express";
import type { SentFile } from "../contract/files.ts";
import { badBody, ProblemError, simpleProblems } from "../contract/problem.ts";

/** Takes in one file of a form, as it comes. `form`: what stood before it. */
export type TakeFile = (
  sent: SentFile,
  field: string,
  form: URLSearchParams,
) => Promise<NonNullable<BroughtFile["file"]>>;

const limits = { fields: 2_000, fieldSize: 1_000_000, fieldNameSize: 200, files: 100, parts: 2_100 };

/** How long all that is typed in a form may be: fifty answers of forty pages each are more than anybody sends at once. */
export const longestForm = 4 * 1024 * 1024;

/** In bytes: more than all files of a form may have together. Each of them has its own limit. */
export const longestFormWithFiles = limits.files * 100 * 1024 * 1024;

/** Bytes of a refused file that are still read: a browser reads the answer only when all is sent. */
const restBytes = 64 * 1024 * 1024;

/**
 * Reads a form with files (multipart/form-data): no file is held, each goes to `take` while it comes. A file that is refused
 * does not stop the others. Errors: 400 for a form that cannot be read; 413 for too many parts; what fails in `take` and is no refusal.
 */
export async function readMultipart(
  request: Request,
  take: TakeFile,
): Promise<{ form: URLSearchParams; brought: readonly BroughtFile[] }> {
  const form = new URLSearchParams();
  const taking: Promise<BroughtFile>[] = [];
  const parser = parserOf(request);
  let isTooMuch = false;
  let length = 0;
  for (const limit of ["fieldsLimit", "filesLimit", "partsLimit"] as const)
    parser.on(limit, () => {
      isTooMuch = true;
    });
  parser.on("field", (name: string, value: string, nameCut: boolean, valueCut: boolean) => {
    length += name.length + value.length;
    if (nameCut || valueCut || length > longestForm) isTooMuch = true;
    else form.append(name, value);
  });
  parser.on("file", (field: string, stream: Readable, name: string | undefined, _: string, told: string) => {
    // A field for a file in which none was chosen is sent without a name.
    if (!name) stream.resume();
    else taking.push(taken(request, stream, { field, name, told }, take, form));
  });
  try {
    await pipeline(request, parser);
  } catch (error) {
    await Promise.allSettled(taking);
    if (request.destroyed && !request.complete) throw error;
    throw new ProblemError(badBody("the form cannot be read"));
  }
  if (isTooMuch) throw new ProblemError(simpleProblems.payloadTooLarge);
  return { form, brought: await Promise.all(taking) };
}

function parserOf({ headers }: Request): BusboyInstance {
  try {
    return new Busboy({ headers: { ...headers, "content-type": headers["content-type"] ?? "" }, limits });
  } catch {
    throw new ProblemError(badBody("the form cannot be read"));
  }
}

async function taken(
  request: Request,
  stream: Readable,
  { field, name, told }: { field: string; name: string; told: string },
  take: TakeFile,
  form: URLSearchParams,
): Promise<BroughtFile> {
  try {
    const parsed = FileName.safeParse(name);
    if (!parsed.success) throw new DomainError("invalidInput", "it is not the name of a file");
    const bytes = stream.iterator({ destroyOnReturn: false });
    const sent = { name: parsed.data, told: told === "application/octet-stream" ? undefined : told, bytes };
    return { field, file: await take(sent, field, form) };
  } catch (error) {
    let rest = restBytes;
    stream.on("data", (piece: Buffer) => {
      rest -= piece.length;
      if (rest < 0) request.destroy();
    });
    stream.resume();
    if (isRefusal(error)) return { field, error };
    throw error;
  }
}
