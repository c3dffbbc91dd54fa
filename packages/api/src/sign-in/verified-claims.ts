import type { Instant } from "@heed/core";
import { createRemoteJWKSet, customFetch, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from "jose";
import { ProblemError, simpleProblems } from "../contract/problem.ts";
import type { SignInFile } from "./sign-in-file.ts";

/** What the issuer says of the person or program that has the token. */
export type Claims = JWTPayload & { sub: string };

/** How long an answer of the issuer is waited for. */
const maxWait = 3000;

/**
 * Reads the claims of tokens of the issuer; undefined for a token that is not as the file says it must be. The keys are
 * fetched when they are first needed, every ten minutes, and for a key that is new. Errors: a 503 when they cannot be read.
 */
export function verifiedClaims(
  file: Omit<SignInFile, "rights">,
): (token: string, at: Instant) => Promise<Claims | undefined> {
  const { issuer, audience, algorithms, clockTolerance } = file;
  const keys = keysAt(file.keys);
  const rules = { issuer, audience, algorithms, clockTolerance, requiredClaims: ["exp", "sub"] };
  return async (token, at) => {
    try {
      const { payload } = await jwtVerify(token, keys, { ...rules, currentDate: new Date(at) });
      const { sub } = payload;
      return typeof sub === "string" && sub !== "" ? { ...payload, sub } : undefined;
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  };
}

function keysAt(address: string): JWTVerifyGetKey {
  const fetched = createRemoteJWKSet(new URL(address), { timeoutDuration: maxWait, [customFetch]: fetchKeys });
  return (header, token) =>
    fetched(header, token).catch((error: unknown) => {
      const isOfToken = error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys;
      throw isOfToken ? error : new ProblemError(keysUnreadable, { "Retry-After": "5" });
    });
}

/** No issuer has so many keys; a longer answer is something else. */
const longestAnswer = 1_000_000;

/** Reads no more than keys can be. Errors: those of fetch; an error for more bytes. */
async function fetchKeys(address: string, options: RequestInit): Promise<Response> {
  const { status, headers, body } = await fetch(address, options);
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body ?? []) {
    size += piece.length;
    if (size > longestAnswer) throw new Error(`the answer at ${address} is longer than keys are`);
    pieces.push(piece);
  }
  return new Response(status === 200 ? Buffer.concat(pieces) : null, { status, headers });
}

const keysUnreadable = {
  ...simpleProblems.serviceUnavailable,
  detail: "The keys of the issuer cannot be read, so its tokens cannot be checked now. Try again.",
};
