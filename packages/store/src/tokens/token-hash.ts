import { createHash } from "node:crypto";

/** What is kept of a token: nobody can make the token of it again. */
export function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
