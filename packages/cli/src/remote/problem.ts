import { DomainError, type ErrorCode, type Issue } from "@heed/core";
import { errorCodes } from "@heed/core/domain-error";
import { withoutAbsent } from "@heed/core/without-absent";

/** What a service answers instead (RFC 9457). */
export type Problem = { type: string; detail?: string; title?: string; issues?: Issue[] };

export function isProblem(error: unknown): error is Problem {
  return typeof error === "object" && error !== null && "type" in error;
}

const codes: Readonly<Record<number, ErrorCode>> = {
  400: "invalidInput",
  401: "missingPermission",
  403: "missingPermission",
  404: "notFound",
  409: "invalidStateTransition",
  412: "versionConflict",
  413: "fileTooLarge",
  415: "invalidInput",
};

/** The error that a command would have met with the record at hand. `server`: the address of the service. */
export function errorOf(status: number, problem: unknown, server: string): DomainError {
  if (!isProblem(problem)) return noService(server);
  const { detail, title, issues = [] } = problem;
  const code = heedCode(problem.type) ?? codes[status];
  const message = (detail ?? title ?? `it answered ${status}`).replace(/\.$/, "");
  if (code === undefined) return new DomainError("databaseUnreachable", `the service at ${server}: ${message}`);
  const told = issues.map(({ name, value, detail: each }) => withoutAbsent({ name, value, detail: each }));
  return new DomainError(code, status === 401 ? `${message}: HEED_TOKEN has it` : message, told as Issue[]);
}

export function noService(server: string): DomainError {
  return new DomainError("databaseUnreachable", `no Heed service answers at ${server}`);
}

/** The code of the domain after which a problem of Heed's own is called. */
function heedCode(type: string): ErrorCode | undefined {
  const [, name = ""] = /^urn:problem-type:heed:(\w+)$/.exec(type) ?? [];
  return errorCodes.find((code) => code === name);
}
