import type { RequestHandler } from "express";
import { bodyTypes } from "../contract/operation.ts";
import { ProblemError, simpleProblems } from "../contract/problem.ts";

/**
 * For a known path: OPTIONS answers the methods that it allows, and any other method is a 405 that lists them too (RFC
 * 9110, 9.3.7, 15.5.6).
 */
export function otherMethods(allowed: readonly string[]): RequestHandler {
  const headers = {
    Allow: [...allowed, "OPTIONS"].join(", "),
    ...(allowed.includes("PATCH") && { "Accept-Patch": bodyTypes("patch").join(", ") }),
  };
  return (request, response) => {
    if (request.method !== "OPTIONS") throw new ProblemError(simpleProblems.methodNotAllowed, headers);
    response.set(headers).status(204).end();
  };
}

/** The same for a path that can only be read. */
export const onlyRead: RequestHandler = (request, response, next) => {
  if (request.method === "GET" || request.method === "HEAD") next();
  else otherMethods(["GET", "HEAD"])(request, response, next);
};
