import { dirname, resolve } from "node:path";
import type { SignInFile } from "@heed/api";
import { DomainError } from "@heed/core";
import { type Command, Option } from "commander";
import { readSecretFile } from "../process/secret-file.ts";
import { milliseconds } from "./time-option.ts";

/** How long people stay signed in on the pages, in milliseconds. */
export type SessionOptions = { sessionIdle: number; sessionLimit: number };

export function addSessionOptions(command: Command): Command {
  return command
    .addOption(
      new Option("--session-idle <time>", "after how long without a page somebody is signed out, such as 30m")
        .env("HEED_SESSION_IDLE")
        .default(30 * 60_000, "30m")
        .argParser(milliseconds),
    )
    .addOption(
      new Option("--session-limit <time>", "after how long somebody is signed out in any case, such as 8h")
        .env("HEED_SESSION_LIMIT")
        .default(8 * 3_600_000, "8h")
        .argParser(milliseconds),
    );
}

export function sessionsOfOptions({ sessionIdle, sessionLimit }: SessionOptions) {
  return { idle: sessionIdle, absolute: sessionLimit };
}

/**
 * The secret of the client that a sign-in file names; undefined where it names none. Errors: invalidInput without a secret, or
 * without the address from outside, to which the issuer sends browsers back.
 */
export async function clientSecretOf(
  file: string,
  { client }: SignInFile,
  publicUrl: string | undefined,
): Promise<string | undefined> {
  if (client === undefined) return undefined;
  const needs = (name: string, detail: string) =>
    new DomainError("invalidInput", "people cannot sign in by the sign-in file", [{ name, detail }]);
  if (publicUrl === undefined)
    throw needs("--public-url (HEED_PUBLIC_URL)", "is not given: the issuer sends browsers back to it");
  if (client.secretFile === undefined) {
    const secret = process.env.HEED_CLIENT_SECRET;
    if (secret) return secret;
    throw needs("HEED_CLIENT_SECRET", "is not given, and the file names no secretFile");
  }
  return readSecretFile(resolve(dirname(file), client.secretFile), (detail) => needs("client.secretFile", detail));
}
