import { createHash } from "node:crypto";
import type { Reader } from "@heed/core";
import type { ExpectedVersion } from "@heed/store";
import type { RequestHandler } from "express";
import { badRequest, issueTypes, ProblemError } from "../contract/problem.ts";

/**
 * A strong entity tag (R73): a digest of the body, its media type and the kind of reader. The version comes
 * before it, because If-Match compares that alone.
 */
export function entityTag(body: string, mediaType: string, reader: Reader, version: number | undefined): string {
  const digest = createHash("sha256")
    .update(`${mediaType}\n${kindOf(reader)}\n${body}`)
    .digest("hex")
    .slice(0, 32);
  return `"${version === undefined ? "" : `${version}.`}${digest}"`;
}

function kindOf({ rights }: Reader): string {
  return rights.map(({ role }) => role).join("+") || "public";
}

/** A compressed answer is another representation, so its tag names the coding after a dash (RFC 9110, 8.8.3.3). */
export const tagPerCoding: RequestHandler = (_request, response, next) => {
  const writeHead = response.writeHead;
  response.writeHead = ((...head: Parameters<typeof writeHead>) => {
    const [tag, coding] = [response.getHeader("ETag"), response.getHeader("Content-Encoding")];
    if (typeof tag === "string" && coding !== undefined && response.statusCode !== 304)
      response.setHeader("ETag", tag.replace(/"$/, `-${coding}"`));
    return writeHead.apply(response, head);
  }) as typeof writeHead;
  next();
};

const tags = /(?:W\/)?"([\x21\x23-\x7e\x80-\xff]*)"/g;

/** The content of each tag in a list; undefined for `*`. Errors: a 400 when it is not a list of tags. */
function tagsIn(name: string, header: string): string[] | undefined {
  if (header.trim() === "*") return undefined;
  const named = [...header.matchAll(tags)].map(([, opaque = ""]) => opaque);
  if (named.length > 0 && /^[\s,]*$/.test(header.replaceAll(tags, ""))) return named;
  const detail = 'neither * nor a list of entity tags, such as "1.0a4c"';
  throw new ProblemError(badRequest([{ type: issueTypes.invalidInput, in: "header", name, value: header, detail }]));
}

const codingOf = /-[a-z]+$/;

/**
 * The tag of If-None-Match that is still valid, as the client sent it, because it names the coding that the client has.
 * A weak tag counts too (RFC 9110, 13.1.2).
 */
export function knownTag(header: string | undefined, tag: string): string | undefined {
  if (header === undefined) return undefined;
  const opaque = tag.slice(1, -1);
  const named = tagsIn("If-None-Match", header);
  if (named === undefined) return tag;
  const known = named.find((each) => each.replace(codingOf, "") === opaque);
  return known === undefined ? undefined : `"${known}"`;
}

/**
 * The versions that If-Match names: the part of our own tags before the dot (R73); undefined for `*`. A weak
 * tag counts, because a proxy that compresses makes our tags weak, and its clients must be able to write. Tags of
 * others match nothing.
 */
export function expectedIn(header: string | undefined): ExpectedVersion | undefined {
  if (header === undefined) return "unnamed";
  return tagsIn("If-Match", header)?.flatMap((opaque) => {
    const version = /^(\d{1,9})(?:\.[0-9a-f]+(?:-[a-z]+)?)?$/.exec(opaque)?.[1];
    return version === undefined ? [] : [Number(version)];
  });
}
