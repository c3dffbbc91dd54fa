import type { KeyedRequest } from "@heed/store";
import type { Request } from "express";
import { badRequest, issueTypes, ProblemError } from "../contract/problem.ts";

const name = "Idempotency-Key";
const longestKey = 255;

/**
 * The request that an Idempotency-Key stands for: method, path and body. Undefined without the header. Errors: 400 for
 * a key that is empty or too long, and for two of them.
 */
export function keyedRequest(request: Request): KeyedRequest | undefined {
  const key = request.get(name);
  if (key === undefined) return undefined;
  const refused = (detail: string) =>
    new ProblemError(badRequest([{ type: issueTypes.schemaViolation, in: "header", name, detail }]));
  // Node joins two headers to one value.
  if ((request.headersDistinct[name.toLowerCase()] ?? []).length > 1)
    throw refused("one request has one key, and this one has several");
  if (key.trim() === "" || key.length > longestKey) throw refused(`1 to ${longestKey} characters`);
  return { key, operation: `${request.method} ${request.originalUrl}`, body: request.body ?? null };
}
