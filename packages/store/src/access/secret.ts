import { createHash, randomBytes } from "node:crypto";

/** A secret that nobody guesses: 256 bits, in signs that an address and a cookie take as they are. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What is kept of a secret. It has too many bits to be tried, so that a slow digest would protect nothing more. */
export function digestOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
