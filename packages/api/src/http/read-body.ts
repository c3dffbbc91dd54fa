import { isUtf8 } from "node:buffer";
import { invalidCharacterIn } from "@heed/core/text/invalid-character";
import { exactJson, RepeatedKey } from "@heed/files";
import express, { type RequestHandler } from "express";
import { bodyTypes, type Operation } from "../contract/operation.ts";
import { badBody, badRequest, issueTypes, ProblemError, simpleProblems } from "../contract/problem.ts";
import { refuseLongerThan } from "./read-file.ts";

/** In bytes. */
const longestBody = 256 * 1024;

/** Of the codings that Node knows, the one whose end is checked: what follows the others' end would be dropped silently. */
const readCodings = ["gzip", "identity"];

/** JSON has no other charset (RFC 8259); one that is named and is another would be decoded, with signs replaced. */
function isInUtf8(contentType = ""): boolean {
  const [, charset = "utf-8"] = /;\s*charset\s*=\s*"?([^\s";]*)/i.exec(contentType) ?? [];
  return /^utf-?8$/i.test(charset);
}

/** No input of the domain is nested this deep. */
const maxDepth = 20;

/**
 * Reads a JSON body of the operation's media type; any other type is a 415. Nothing in the body is dropped or replaced
 * silently.
 */
export function readBody({ input, method }: Pick<Operation, "input" | "method">): RequestHandler[] {
  if (input === undefined) return [];
  const types = [...bodyTypes(method)];
  const accepted = types.join(", ");
  const headers = { Accept: accepted, ...(method === "patch" && { "Accept-Patch": accepted }) };
  return [
    (request, _response, next) => {
      if (!request.is(types) || !isInUtf8(request.get("Content-Type")))
        throw new ProblemError(
          { ...simpleProblems.unsupportedMediaType, detail: `Send ${types.join(" or ")}, in UTF-8.` },
          headers,
        );
      if (!readCodings.includes((request.get("Content-Encoding") ?? "identity").toLowerCase()))
        throw new ProblemError(
          {
            ...simpleProblems.unsupportedMediaType,
            detail: `Send it with a Content-Encoding of ${readCodings.join(", ")}.`,
          },
          { "Accept-Encoding": readCodings.join(", ") },
        );
      next();
    },
    refuseLongerThan(longestBody),
    express.text({
      type: types,
      limit: longestBody,
      verify: (_request, _response, bytes) => {
        if (!isUtf8(bytes)) throw new ProblemError(badBody("the body is not UTF-8"));
      },
    }),
    (request, _response, next) => {
      if (typeof request.body === "string") request.body = jsonOf(request.body);
      requireSound(request.body);
      next();
    },
  ];
}

/** Of two values under one key the first would be dropped silently. A body without content is an empty object. */
function jsonOf(text: string): unknown {
  if (text === "") return {};
  try {
    return exactJson(text);
  } catch (error) {
    if (error instanceof RepeatedKey) throw new ProblemError(badBody("it stands twice in one object", error.key));
    throw new ProblemError(badBody("the body is not JSON"));
  }
}

/**
 * Refuses what no schema checks: texts and names that databases store differently, and nesting that would overflow the
 * stack.
 */
function requireSound(body: unknown): void {
  const waiting: { value: unknown; place: readonly string[] }[] = [{ value: body, place: [] }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, place } = next;
    if (typeof value === "string") requireText(value, place);
    if (typeof value !== "object" || value === null) continue;
    if (place.length >= maxDepth)
      throw new ProblemError(badBody(`nothing is nested deeper than ${maxDepth}`, place.join(".")));
    for (const [name, each] of Object.entries(value)) {
      if (name === "__proto__") throw unknownName(name, place);
      requireText(name, place);
      waiting.push({ value: each, place: [...place, name] });
    }
  }
}

function requireText(text: string, place: readonly string[]): void {
  const detail = invalidCharacterIn(text);
  if (detail !== undefined) throw new ProblemError(badBody(detail, place.join(".")));
}

function unknownName(name: string, place: readonly string[]): ProblemError {
  const detail = "there is no such property";
  return new ProblemError(
    badRequest([{ type: issueTypes.unknownInput, in: "body", name: [...place, name].join("."), detail }]),
  );
}
