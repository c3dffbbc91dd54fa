import { type Actor, type Instant, publicReader, type Reader } from "@heed/core";
import type { Request } from "express";
import { invalidAccessToken } from "./problem.ts";

/** Finds whose a token is at a moment; undefined when it is nobody's. */
export type Identify = (token: string, at: Instant) => Promise<Actor | undefined>;

/** Who is asking: the public without a token; a token that is nobody's is refused, whatever is asked. */
export async function whoAsks(
  request: Request,
  identify: Identify,
  at: Instant,
): Promise<{ reader: Reader; actor: Actor | undefined }> {
  const header = request.get("authorization");
  if (header === undefined) return { reader: publicReader, actor: undefined };
  const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(header)?.[1];
  const actor = token === undefined ? undefined : await identify(token, at);
  if (actor === undefined) throw invalidAccessToken();
  return { reader: { role: actor.role, organizations: actor.organizations }, actor };
}
