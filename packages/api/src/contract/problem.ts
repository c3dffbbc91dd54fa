import { DomainError, type ErrorCode, type Issue } from "@heed/core";

/** The media type of problem details (RFC 9457). */
export const problemType = "application/problem+json";

/** A problem details object (RFC 9457), thrown on its way to the response. */
export class ProblemError extends Error {
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;
  constructor(problem: Problem, headers: Readonly<Record<string, string>> = {}) {
    super(problem.title);
    this.problem = problem;
    this.headers = headers;
  }
}

export type ProblemIssue = {
  type: string;
  in?: "query" | "path" | "header" | "body";
  name?: string;
  value?: string;
  detail: string;
};

export type Problem = { type: string; title: string; status: number; detail?: string; issues?: ProblemIssue[] };

const belgif = (name: string) => `urn:problem-type:belgif:${name}`;
const heed = (name: string) => `urn:problem-type:heed:${name}`;

export const badRequest = (issues: ProblemIssue[], detail = "The input cannot be read."): Problem => ({
  type: belgif("badRequest"),
  title: "Bad Request",
  status: 400,
  detail,
  issues,
});

/** The issue types of Belgif's input validation guide. */
export const issueTypes = {
  schemaViolation: "urn:problem-type:belgif:input-validation:schemaViolation",
  unknownInput: "urn:problem-type:belgif:input-validation:unknownInput",
  invalidInput: "urn:problem-type:belgif:input-validation:invalidInput",
} as const;

export function notFound(what: string, id: string): ProblemError {
  return new ProblemError({
    type: belgif("resourceNotFound"),
    title: "Resource Not Found",
    status: 404,
    detail: `There is no ${what} with this id.`,
    issues: [{ type: issueTypes.invalidInput, in: "path", name: "id", value: id, detail: "nothing that you may see" }],
  });
}

export function noAccessToken(): ProblemError {
  return new ProblemError(
    { type: belgif("noAccessToken"), title: "No Access Token", status: 401, detail: "This needs a token." },
    { "WWW-Authenticate": 'Bearer realm="heed"' },
  );
}

export function invalidAccessToken(): ProblemError {
  return new ProblemError(
    {
      type: belgif("invalidAccessToken"),
      title: "Invalid Access Token",
      status: 401,
      detail: "The token is not valid.",
    },
    { "WWW-Authenticate": 'Bearer realm="heed", error="invalid_token"' },
  );
}

export const noSuchPath: Problem = {
  type: belgif("resourceNotFound"),
  title: "Resource Not Found",
  status: 404,
  detail: "There is nothing at this address.",
};

export const simpleProblems = {
  methodNotAllowed: { type: belgif("methodNotAllowed"), title: "Method Not Allowed", status: 405 },
  notAcceptable: { type: belgif("notAcceptable"), title: "Not Acceptable", status: 406 },
  unsupportedMediaType: { type: belgif("unsupportedMediaType"), title: "Unsupported Media Type", status: 415 },
  requestTimeout: { type: heed("requestTimeout"), title: "Request Timeout", status: 408 },
  expectationFailed: {
    type: heed("expectationFailed"),
    title: "Expectation Failed",
    status: 417,
    detail: "Only Expect: 100-continue is known.",
  },
  requestHeaderFieldsTooLarge: {
    type: heed("requestHeaderFieldsTooLarge"),
    title: "Request Header Fields Too Large",
    status: 431,
  },
  payloadTooLarge: { type: belgif("payloadTooLarge"), title: "Payload Too Large", status: 413 },
  rangeNotSatisfiable: { type: heed("rangeNotSatisfiable"), title: "Range Not Satisfiable", status: 416 },
  uriTooLong: { type: belgif("uriTooLong"), title: "URI Too Long", status: 414 },
  tooManyRequests: { type: belgif("tooManyRequests"), title: "Too Many Requests", status: 429 },
  internalServerError: {
    type: belgif("internalServerError"),
    title: "Internal Server Error",
    status: 500,
    detail: "Something failed on our side. It was noted.",
  },
  serviceUnavailable: {
    type: belgif("serviceUnavailable"),
    title: "Service Unavailable",
    status: 503,
    detail: "The database cannot be used now. Try again.",
  },
} as const satisfies Record<string, Problem>;

type Where = "query" | "body";

const issuesOf = ({ code, issues }: DomainError, where: Where): ProblemIssue[] =>
  issues.map(({ name, value, detail }) => ({
    type: code === "unknownInput" ? issueTypes.unknownInput : issueTypes.invalidInput,
    in: where,
    ...(name === undefined ? {} : { name }),
    ...(value === undefined ? {} : { value }),
    detail,
  }));
const invalid = (error: DomainError, where: Where): Problem =>
  badRequest(
    error.issues.length === 0 ? [{ type: issueTypes.invalidInput, detail: error.message }] : issuesOf(error, where),
    error.message,
  );
/** A place in a table is told in the name: `row 3, decidedOn`. */
const withRow = ({ row, name, ...issue }: Issue): Issue => ({
  ...issue,
  name: [...(row === undefined ? [] : [`row ${row}`]), ...(name === undefined ? [] : [name])].join(", "),
});
const conflict =
  (name: string, title: string) =>
  (error: DomainError, where: Where): Problem => ({
    type: heed(name),
    title,
    status: 409,
    detail: error.message,
    ...(error.issues.length > 0 && { issues: issuesOf(error, where) }),
  });
const unavailable = (): Problem => simpleProblems.serviceUnavailable;

/** Every error of the domain, listed once. No text of the database reaches a client. */
const problemOf: Record<ErrorCode, (error: DomainError, where: Where) => Problem> = {
  invalidInput: invalid,
  unknownInput: invalid,
  unknownCode: invalid,
  unknownOrganization: invalid,
  unknownValue: invalid,
  ambiguousReference: invalid,
  unreadableFile: invalid,
  invalidMapping: invalid,
  rowsRejected: (error, where) => invalid(new DomainError(error.code, error.message, error.issues.map(withRow)), where),
  notFound: () => noSuchPath,
  duplicateReference: conflict("duplicateReference", "Duplicate Reference"),
  versionConflict: (error) => ({
    type: belgif("preconditionFailed"),
    title: "Precondition Failed",
    status: 412,
    detail: error.message,
  }),
  idempotencyKeyReused: (error) => ({
    type: heed("idempotencyKeyReused"),
    title: "Idempotency Key Reused",
    status: 422,
    detail: error.message,
    issues: error.issues.map(({ name, value, detail }) => ({
      type: issueTypes.invalidInput,
      in: "header" as const,
      ...(name === undefined ? {} : { name }),
      ...(value === undefined ? {} : { value }),
      detail,
    })),
  }),
  versionUnnamed: () => ({
    type: heed("preconditionRequired"),
    title: "Precondition Required",
    status: 428,
    detail: "Give the entity tag of what you have read in If-Match, so that nobody's work is overwritten unseen.",
  }),
  fileTooLarge: ({ message }) => ({ ...simpleProblems.payloadTooLarge, detail: `${message}.` }),
  scannerUnreachable: () => ({
    ...simpleProblems.serviceUnavailable,
    detail: "The virus scanner cannot be reached, so no file is taken now. Try again.",
  }),
  filesUnreachable: () => ({
    ...simpleProblems.serviceUnavailable,
    detail: "The place where files are kept cannot be reached now. Try again.",
  }),
  serviceBusy: ({ message }) => ({
    ...simpleProblems.serviceUnavailable,
    detail: `${message.charAt(0).toUpperCase()}${message.slice(1)}.`,
  }),
  invalidStateTransition: conflict("invalidStateTransition", "Not Possible In This State"),
  reportingCycleClosed: conflict("reportingCycleClosed", "Reporting Cycle Closed"),
  missingPermission: (error) => ({
    type: belgif("missingPermission"),
    title: "Missing Permission",
    status: 403,
    detail: error.message,
  }),
  databaseMissing: unavailable,
  databaseOlder: unavailable,
  databaseNewer: unavailable,
  databaseForeign: unavailable,
  databaseBusy: unavailable,
  databaseUnreachable: unavailable,
  databaseFull: unavailable,
  databaseReadOnly: unavailable,
  databaseDamaged: unavailable,
  databaseLost: unavailable,
  auditBroken: () => simpleProblems.internalServerError,
  projectionDiffers: () => simpleProblems.internalServerError,
};

/** Nobody knows how long a failure of the database lasts: this is a guess. */
const retryAfterSeconds = "5";

/** The problem for an error. An unexpected error is a 500 without internal details. */
export function problemFor(
  error: unknown,
  where: Where,
): { problem: Problem; headers: Readonly<Record<string, string>> } {
  if (error instanceof ProblemError) return { problem: error.problem, headers: error.headers };
  if (error instanceof DomainError) {
    const problem = problemOf[error.code](error, where);
    return { problem, headers: problem.status === 503 ? { "Retry-After": retryAfterSeconds } : {} };
  }
  if (error instanceof URIError) return { problem: noSuchPath, headers: {} };
  return { problem: problemOfBody(error) ?? simpleProblems.internalServerError, headers: {} };
}

/** The reason why a body could not be read, by the status that body-parser gives. */
function problemOfBody(error: unknown): Problem | undefined {
  const { status } = (error ?? {}) as { status?: unknown };
  if (status === 413) return simpleProblems.payloadTooLarge;
  if (status === 415) return simpleProblems.unsupportedMediaType;
  if (status !== 400) return undefined;
  return badBody("the body is not what its headers say");
}

export function badHeader(detail: string): Problem {
  return badRequest([{ type: issueTypes.invalidInput, in: "header", detail }]);
}

export function badBody(detail: string, name?: string): Problem {
  return badRequest([{ type: issueTypes.schemaViolation, in: "body", ...(name !== undefined && { name }), detail }]);
}
