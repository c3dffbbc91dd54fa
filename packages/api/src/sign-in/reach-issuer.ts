import type { SignInFile } from "./sign-in-file.ts";

const longestWait = 5_000;

/** Asks the issuer for its keys, without which no token of it can be checked. Errors: an Error that says what is wrong. */
export async function reachIssuer({ keys }: SignInFile): Promise<void> {
  const answer = await fetch(keys, { redirect: "error", signal: AbortSignal.timeout(longestWait) });
  if (!answer.ok) throw new Error(`${keys} answers ${answer.status}`);
  const held: unknown = await answer.json().catch(() => undefined);
  const hasKeys = typeof held === "object" && held !== null && "keys" in held && Array.isArray(held.keys);
  if (!hasKeys || (held.keys as unknown[]).length === 0) throw new Error(`${keys} has no keys`);
}
