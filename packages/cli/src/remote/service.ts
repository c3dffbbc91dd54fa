import { heedClient } from "@heed/client";
import { DomainError, type ErrorCode, type Issue } from "@heed/core";
import { withoutAbsent } from "@heed/core/without-absent";

/** A service, as the commands read it. */
export type Service = {
  address: string;
  /** What is at a path below the API, without links; undefined for a 404. Errors: DomainError, as errorOf(). */
  read: <Body>(path: string, query?: Query) => Promise<Read<Body> | undefined>;
};

export type Query = Readonly<Record<string, unknown>>;
export type Read<Body> = { body: Body; version: number };

type Problem = { type?: string; detail?: string; title?: string; issues?: Issue[] };

/** The service at an address. Errors: invalidInput when that is no address of a server. */
export function serviceAt(server: string, token: string | undefined): Service {
  if (!/^https?:\/\/[^?#@\s]+$/.test(server) || !URL.canParse(server))
    throw new DomainError("invalidInput", "--server is not an address such as https://example.org/heed", [
      { name: "--server", value: server, detail: "write http:// or https:// and the name of the server" },
    ]);
  const client = heedClient(server, { token });
  return {
    address: server,
    async read(path, query = {}) {
      // The paths are those of the contract, with their parameters in place.
      const asked = client.GET(path as never, { params: { query } } as never) as Promise<Answer>;
      const { data, error, response } = await asked.catch((fault: unknown) => {
        const isReached = fault instanceof SyntaxError;
        throw new DomainError(
          "databaseUnreachable",
          isReached ? `no Heed service answers at ${server}` : `the service at ${server} cannot be reached`,
        );
      });
      if (response.status === 404 && isProblem(error)) return undefined;
      if (error !== undefined || typeof data !== "object") throw errorOf(response.status, error, server);
      const [, version = "0"] = /^"(\d+)\./.exec(response.headers.get("ETag") ?? "") ?? [];
      return { body: withoutLinks(data) as never, version: Number(version) };
    },
  };
}

type Answer = { data?: unknown; error?: unknown; response: Response };

function isProblem(error: unknown): error is Problem {
  return typeof error === "object" && error !== null && "type" in error;
}

const codes: Readonly<Record<number, ErrorCode>> = {
  400: "invalidInput",
  401: "missingPermission",
  403: "missingPermission",
  409: "invalidStateTransition",
  412: "versionConflict",
};

/** The error that a command would have met with the record at hand. */
function errorOf(status: number, problem: unknown, server: string): DomainError {
  if (!isProblem(problem)) return new DomainError("databaseUnreachable", `no Heed service answers at ${server}`);
  const { detail, title, issues = [] } = problem;
  const code = codes[status];
  const message = (detail ?? title ?? `it answered ${status}`).replace(/\.$/, "");
  if (code === undefined) return new DomainError("databaseUnreachable", `the service at ${server}: ${message}`);
  const told = issues.map(({ name, value, detail: each }) => withoutAbsent({ name, value, detail: each }));
  return new DomainError(code, message, told as Issue[]);
}

/** Links are the service's own, and a reason is put into words where it is shown. */
function withoutLinks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutLinks);
  if (value === null || typeof value !== "object") return value;
  const isReason = "rule" in value && "code" in value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== "href" && name !== "allowedActs" && !(isReason && name === "text"))
      .map(([name, each]) => [name, withoutLinks(each)]),
  );
}
