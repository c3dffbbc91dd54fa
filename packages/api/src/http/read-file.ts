import { FileName } from "@heed/core/text/file-name";
import { parse } from "content-disposition";
import type { Request, RequestHandler } from "express";
import type { SentFile } from "../contract/files.ts";
import { badRequest, issueTypes, ProblemError, simpleProblems } from "../contract/problem.ts";

const anyFile = "application/octet-stream";

/**
 * The file that a request sends as its body, with the name of the query or of Content-Disposition. Nothing of it is read yet.
 * Errors: 400 for the name; 415 for a form, or a body in a coding.
 */
export function sentFile(request: Request, name: string | undefined): SentFile {
  const type = (request.get("Content-Type") ?? anyFile).split(";")[0]?.trim().toLowerCase();
  if (type === "multipart/form-data" || type === "application/x-www-form-urlencoded")
    throw new ProblemError({
      ...simpleProblems.unsupportedMediaType,
      detail: `Send the file itself as the body, as ${anyFile} or as the type that it is.`,
    });
  if ((request.get("Content-Encoding") ?? "identity").toLowerCase() !== "identity")
    throw new ProblemError({
      ...simpleProblems.unsupportedMediaType,
      detail: "Send the file without a Content-Encoding.",
    });
  return {
    name: nameOf(request.get("Content-Disposition"), name),
    told: type === anyFile ? undefined : type,
    // Whoever stops reading leaves the connection open, so that the client reads why.
    bytes: Object.assign(request.iterator({ destroyOnReturn: false }), { announced: announcedLength(request) }),
  };
}

function nameOf(disposition: string | undefined, asked: string | undefined): string {
  const place =
    asked === undefined
      ? ({ in: "header", name: "Content-Disposition" } as const)
      : ({ in: "query", name: "name" } as const);
  const given = asked ?? filenameIn(disposition);
  const parsed = FileName.safeParse(given ?? "");
  if (given !== undefined && parsed.success) return parsed.data;
  const detail =
    given === undefined
      ? "the name of the file is missing; give it here or as ?name="
      : (parsed.error?.issues[0]?.message ?? "it is not the name of a file");
  throw new ProblemError(
    badRequest([{ type: issueTypes.invalidInput, ...place, ...(given !== undefined && { value: given }), detail }]),
  );
}

function filenameIn(disposition: string | undefined): string | undefined {
  if (disposition === undefined) return undefined;
  try {
    return parse(disposition).parameters.filename;
  } catch {
    return undefined;
  }
}

/** Bytes and milliseconds for which a refused body is still read: a client that sends reads the answer only then. */
const restBytes = 64 * 1024 * 1024;
const restTime = 10_000;

/** How many bytes the body of a request will have, where it says so; else 0. */
function announcedLength(request: Request): number {
  return Number(request.get("Content-Length") ?? 0);
}

/** Refuses a body that is announced as longer than is read: what reads it would wait for all of it first. Errors: 413. */
export function refuseLongerThan(limit: number): RequestHandler {
  return (request, _response, next) => {
    if (announcedLength(request) > limit) {
      dropTheRest(request);
      throw new ProblemError(simpleProblems.payloadTooLarge);
    }
    next();
  };
}

/** Drops what a client still sends of a body that was refused, and ends the connection when that is too much. */
export function dropTheRest(request: Request): void {
  if (request.readableEnded || request.destroyed) return;
  let rest = restBytes;
  const end = () => request.destroy();
  const timer = setTimeout(end, restTime);
  request.on("data", (piece: Buffer) => {
    rest -= piece.length;
    if (rest < 0) end();
  });
  request.on("close", () => clearTimeout(timer));
}
