import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { create } from "content-disposition";
import type { Request, Response } from "express";
import type { Download } from "../contract/files.ts";
import { notFound, ProblemError, simpleProblems } from "../contract/problem.ts";
import { knownTag } from "./entity-tag.ts";

/** Whatever a browser takes it for, it runs nothing and loads nothing. */
const policy = "sandbox; default-src 'none'; frame-ancestors 'none'";

/**
 * Sends a file to be saved under its name, whole or the part that Range asks for (RFC 9110, 14). Its tag is its digest, because
 * the bytes of a digest never change. Errors: 404 when it is not kept here; 416.
 */
export async function presentFile({ file, open }: Download, request: Request, response: Response): Promise<void> {
  const { digest, name, mediaType, size } = file;
  const tag = `"${digest}"`;
  response.setHeader("ETag", tag);
  // A proxy must not keep what another reader may not see, nor compress it.
  response.setHeader("Cache-Control", "private, no-cache, no-transform");
  response.setHeader("Accept-Ranges", "bytes");
  if (knownTag(request.get("if-none-match"), tag) !== undefined) {
    response.status(304).end();
    return;
  }
  const part = partOf(request, size, tag);
  if (part === "unsatisfiable") {
    response.setHeader("Content-Range", `bytes */${size}`);
    throw new ProblemError(simpleProblems.rangeNotSatisfiable);
  }
  const bytes = await open(part);
  if (bytes === undefined) throw notFound("content of this file", digest);
  response.setHeader("Content-Security-Policy", policy);
  response.setHeader("Content-Disposition", create(name));
  response.setHeader("Content-Type", mediaType === "text/plain" ? "text/plain; charset=utf-8" : mediaType);
  response.setHeader("Content-Length", part === undefined ? size : part.end - part.start + 1);
  if (part !== undefined) response.status(206).setHeader("Content-Range", `bytes ${part.start}-${part.end}/${size}`);
  if (request.method === "HEAD") {
    response.end();
    return;
  }
  await pipeline(Readable.from(bytes, { objectMode: false }), response).catch((error: { code?: string }) => {
    if (error.code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
  });
}

/** The only part that is asked for; undefined for the whole, which a server may always give. */
function partOf(
  request: Request,
  size: number,
  tag: string,
): { start: number; end: number } | undefined | "unsatisfiable" {
  const condition = request.get("if-range");
  if (condition !== undefined && condition !== tag) return undefined;
  // The last bytes, more than there are, are all of them (RFC 9110, 14.1.2); the parser finds none.
  if (size > 0 && Number(/^bytes=-(\d+)$/.exec(request.get("range") ?? "")?.[1] ?? 0) > size)
    return { start: 0, end: size - 1 };
  const ranges = request.range(size, { combine: true });
  if (ranges === -1) return "unsatisfiable";
  if (ranges === undefined || ranges === -2 || ranges.type !== "bytes" || ranges.length !== 1) return undefined;
  const [{ start, end } = { start: 0, end: size - 1 }] = ranges;
  return { start, end };
}
