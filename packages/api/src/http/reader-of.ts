import { type Actor, publicReader, type Reader } from "@heed/core";
import type { Request } from "express";
import { invalidAccessToken } from "./problem.ts";

/** Finds whose a token is; undefined when it is nobody's. */
export type Identify = (token: string) => Promise<Actor | undefined>;

/** Who is asking: the public without a token; a token that is nobody's is refused, whatever is asked. */
export async function whoAsks(
  request: Request,
  identify: Identify,
): Promise<{ reader: Reader; actor: Actor | undefined }> {
  const header = request.get("authorization");
  if (header === undefined) return { reader: publicReader, actor: undefined };
  const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(header)?.[1];
  const actor = token === undefined ? undefined : await identify(token);
  if (actor === undefined) throw invalidAccessToken();
  return { reader: { role: actor.role, organizations: actor.organizations }, actor };
}
