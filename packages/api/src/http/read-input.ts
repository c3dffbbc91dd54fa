import { inputIssues } from "@heed/core/text/input-issues";
import type { Request, RequestHandler } from "express";
import { z } from "zod";
import type { Parameters } from "../contract/operation.ts";
import { badRequest, issueTypes, notFound, ProblemError, type ProblemIssue } from "../contract/problem.ts";

/**
 * Parses a query string by its schema. An unknown parameter is refused; a repeated parameter is a list where the schema
 * has a list.
 */
export function readQuery(schema: Parameters, { originalUrl }: Pick<Request, "originalUrl">): Record<string, unknown> {
  const mark = originalUrl.indexOf("?");
  // URLSearchParams drops one question mark at the beginning; a second one belongs to the name of a parameter.
  const given = new URLSearchParams(mark < 0 ? "" : originalUrl.slice(mark));
  const issues: ProblemIssue[] = [];
  const input: Record<string, unknown> = {};
  for (const name of new Set(given.keys())) {
    const values = given.getAll(name);
    const parameter = Object.hasOwn(schema.shape, name) ? schema.shape[name] : undefined;
    if (parameter === undefined)
      issues.push({
        type: issueTypes.unknownInput,
        in: "query",
        name,
        detail: `there is no such parameter; there are ${Object.keys(schema.shape).join(", ") || "none"}`,
      });
    else if (values.some((value) => value.includes("\u0000")))
      issues.push({ type: issueTypes.invalidInput, in: "query", name, detail: "it has a character that no text has" });
    else if (isList(parameter)) input[name] = values.map((value) => typed(elementOf(parameter), value));
    else if (values.length > 1)
      issues.push({ type: issueTypes.invalidInput, in: "query", name, detail: "it may be given once only" });
    else input[name] = typed(parameter, values[0] ?? "");
  }
  const parsed = schema.safeParse(input);
  if (!parsed.success) issues.push(...parsed.error.issues.map((issue) => issueOf(issue, schema, "query", input)));
  if (issues.length > 0) throw new ProblemError(badRequest(issues));
  return parsed.data ?? {};
}

export const noQuery = z.object({});

/** For a path without parameters. */
export const withoutQuery: RequestHandler = (request, _response, next) => {
  readQuery(noQuery, request);
  next();
};

export function readPath(schema: Parameters, params: Record<string, unknown>): Record<string, unknown> {
  for (const [name, value] of Object.entries(params))
    if (String(value).includes("\u0000")) throw notFound(name === "id" ? "thing" : name, "");
  const parsed = schema.safeParse(params);
  if (parsed.success) return parsed.data;
  throw new ProblemError(badRequest(parsed.error.issues.map((issue) => issueOf(issue, schema, "path", params))));
}

function issueOf(
  issue: z.core.$ZodIssue,
  schema: Parameters,
  where: "query" | "path",
  input: Record<string, unknown>,
): ProblemIssue {
  const name = String(issue.path[0] ?? "");
  const given = input[name];
  const value = Array.isArray(given) ? given[Number(issue.path[1] ?? 0)] : given;
  return {
    type: issueTypes.schemaViolation,
    in: where,
    name,
    ...(value === undefined ? {} : { value: String(value) }),
    detail: inputIssues({ issues: [issue] }, schema, input)[0]?.detail ?? issue.message,
  };
}

/** A query string has only texts: a text is converted where the schema expects a number or a boolean. */
function typed(schema: z.ZodType, text: string): unknown {
  const inner = unwrapped(schema);
  if (inner instanceof z.ZodBoolean) return text === "true" ? true : text === "false" ? false : text;
  if (inner instanceof z.ZodNumber) return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
  return text;
}

function isList(schema: z.ZodType): boolean {
  return unwrapped(schema) instanceof z.ZodArray;
}

function elementOf(schema: z.ZodType): z.ZodType {
  const inner = unwrapped(schema);
  return inner instanceof z.ZodArray ? (inner.element as z.ZodType) : inner;
}

function unwrapped(schema: z.ZodType): z.ZodType {
  let inner = schema;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault) inner = inner.unwrap() as z.ZodType;
  return inner;
}
