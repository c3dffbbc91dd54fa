import type { RequestHandler } from "express";
import { ProblemError, simpleProblems } from "./problem.ts";

export const mergePatch = "application/merge-patch+json";

/** On a known path: OPTIONS tells what it takes, and what it does not take is a 405 that tells the same (RFC 9110, 9.3.7, 15.5.6). */
export function otherMethods(allowed: readonly string[]): RequestHandler {
  const headers = {
    Allow: [...allowed, "OPTIONS"].join(", "),
    ...(allowed.includes("PATCH") && { "Accept-Patch": mergePatch }),
  };
  return (request, response) => {
    if (request.method !== "OPTIONS") throw new ProblemError(simpleProblems.methodNotAllowed, headers);
    response.set(headers).status(204).end();
  };
}

/** On a path that is only read. */
export const onlyRead: RequestHandler = (request, response, next) => {
  if (request.method === "GET" || request.method === "HEAD") next();
  else otherMethods(["GET", "HEAD"])(request, response, next);
};
