import type { Instant, Person } from "@heed/core";
import type { Request } from "express";
import { invalidAccessToken } from "../contract/problem.ts";
import type { Identify } from "../sign-in/identify.ts";

/**
 * The person of a request; undefined for the public, who send no token. An invalid token is refused, whatever the
 * request.
 */
export async function personOfRequest(request: Request, identify: Identify, at: Instant): Promise<Person | undefined> {
  const header = request.get("authorization");
  // Node keeps the first of several: which one was meant, nobody can say.
  const sent = request.rawHeaders.filter((name, place) => place % 2 === 0 && name.toLowerCase() === "authorization");
  if (sent.length > 1) throw invalidAccessToken();
  if (header === undefined) return undefined;
  const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(header)?.[1];
  const person = token === undefined ? undefined : await identify(token, at);
  if (person === undefined) throw invalidAccessToken();
  return person;
}
