import { heedClient } from "@heed/client";
import { DomainError } from "@heed/core";
import { withoutLinks } from "./links.ts";
import { errorOf, isProblem, noService } from "./problem.ts";
import { sentOnce } from "./sent-once.ts";

/** A service, as the commands read it and write to it. */
export type Service = {
  address: string;
  /** What is at a path below the API, without links; undefined for a 404. Errors: DomainError, as errorOf(). */
  read: <Body>(path: string, query?: Query) => Promise<Read<Body> | undefined>;
  /** The version that this command read first of what is at a path; read now where it was not. `any` where it has none. */
  versionRead: (path: string) => Promise<number | "any">;
  /**
   * What a write answers, without links; undefined for a 204. A write whose answer was lost is sent once more, under the same
   * Idempotency-Key, so that it is done once. Errors: DomainError, as errorOf().
   */
  send: <Body>(method: WriteMethod, path: string, sent?: Sent) => Promise<Body>;
  /** The bytes at a path; undefined for a 404. Errors: DomainError, as errorOf(). */
  open: (path: string) => Promise<AsyncIterable<Uint8Array> | undefined>;
};

export type Query = Readonly<Record<string, unknown>>;
export type Read<Body> = { body: Body; version: number };
export type WriteMethod = "post" | "patch" | "delete";

/** `version`: what was read, as If-Match has it. `file`: in the place of a body in JSON. */
export type Sent = { query?: Query; body?: unknown; version?: number | "any"; file?: Blob };

type Answer = { data?: unknown; error?: unknown; response: Response };

/** The service at an address. Errors: invalidInput when that is no address of a server. */
export function serviceAt(server: string, token: string | undefined): Service {
  if (!/^https?:\/\/[^?#@\s]+$/.test(server) || !URL.canParse(server))
    throw new DomainError("invalidInput", "--server is not an address such as https://example.org/heed", [
      { name: "--server", value: server, detail: "write http:// or https:// and the name of the server" },
    ]);
  const client = heedClient(server, { token });
  // The paths are those of the contract, with their parameters in place.
  const request = (method: string, path: string, options: object) =>
    client.request(method as never, path as never, options as never) as Promise<Answer>;
  const versions = new Map<string, number>();

  const service: Service = {
    address: server,
    async read(path, query = {}) {
      const asked = request("get", path, { params: { query } });
      const { data, error, response } = await asked.catch((fault: unknown) => {
        if (fault instanceof SyntaxError) throw noService(server);
        throw new DomainError("databaseUnreachable", `the service at ${server} cannot be reached`);
      });
      if (response.status === 404 && isProblem(error)) return undefined;
      if (error !== undefined || typeof data !== "object") throw errorOf(response.status, error, server);
      const version = /^(?:W\/)?"(\d+)\./.exec(response.headers.get("ETag") ?? "")?.[1];
      if (version !== undefined && !versions.has(path)) versions.set(path, Number(version));
      return { body: withoutLinks(data) as never, version: Number(version ?? 0) };
    },
    async versionRead(path) {
      if (!versions.has(path)) await service.read(path);
      return versions.get(path) ?? "any";
    },
    async send(method, path, { query = {}, body, version, file } = {}) {
      const { data, error, response } = await sentOnce(server, (key) =>
        request(method, path, {
          params: { query },
          headers: {
            "Idempotency-Key": key,
            ...(version !== undefined && { "If-Match": version === "any" ? "*" : `"${version}"` }),
            ...(file && { "Content-Type": "application/octet-stream" }),
          },
          ...(body !== undefined && { body }),
          ...(file && { body: file, bodySerializer: (same: Blob) => same }),
        }),
      );
      if (error !== undefined || !response.ok) throw errorOf(response.status, error, server);
      return withoutLinks(data) as never;
    },
    async open(path) {
      const { data, error, response } = await request("get", path, { parseAs: "stream" }).catch(() => {
        throw new DomainError("databaseUnreachable", `the service at ${server} cannot be reached`);
      });
      if (response.status === 404 && isProblem(error)) return undefined;
      if (error !== undefined || !data) throw errorOf(response.status, error, server);
      return data as AsyncIterable<Uint8Array>;
    },
  };
  return service;
}
