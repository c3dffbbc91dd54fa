import createClient, { type Client } from "openapi-fetch";
import type { components, operations, paths } from "./generated/contract.ts";

export type { components, operations, paths };

/** The things of the contract by their names, such as `Schemas["OverdueItem"]`. */
export type Schemas = components["schemas"];

export type HeedClient = Client<paths>;

export type ClientOptions = {
  /** A token of `heed token create`; without one the client reads what is public. */
  token?: string | undefined;
  /** The headers of every request, such as Accept-Language. */
  headers?: Readonly<Record<string, string>>;
  /** In the place of the fetch of the program's own. */
  fetch?: (request: Request) => Promise<Response>;
};

/** The path of the API below a server's address. */
export const apiPath = "/recommendationFollowUp/v1";

/**
 * A client of a service, such as `http://localhost:3000`, or `https://example.org/heed` behind a proxy. Its answers are
 * `{ data, error, response }`: an error is a problem (RFC 9457). Errors: TypeError when the service cannot be reached.
 */
export function heedClient(server: string, { token, headers, fetch }: ClientOptions = {}): HeedClient {
  return createClient<paths>({
    baseUrl: `${server.replace(/\/+$/, "")}${apiPath}`,
    headers: { ...headers, ...(token !== undefined && token !== "" && { Authorization: `Bearer ${token}` }) },
    ...(fetch && { fetch }),
  });
}
