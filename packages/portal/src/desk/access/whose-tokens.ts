import { DomainError } from "@heed/core";
import { isAdmin } from "@heed/core/users/require-admin";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";

/** Whose tokens somebody keeps: an admin every one, another user the own ones; undefined for who is no user here. */
export type WhoseTokens = "all" | "own" | undefined;

export async function whoseTokens({ desk, visitor }: DeskAsked): Promise<WhoseTokens> {
  if (isAdmin(visitor.person)) return "all";
  try {
    await desk.access().tokens({}, { limit: 1 });
    return "own";
  } catch (error) {
    if (error instanceof DomainError && error.code === "missingPermission") return undefined;
    throw error;
  }
}

/** The way to the page of tokens, by its title. */
export function tokensPath({ say }: DeskAsked, whose: WhoseTokens) {
  const title = say.message(whose === "own" ? "tokens.own.title" : "tokens.title");
  return [
    { title: say.message("desk.title"), address: deskAddresses.desk() },
    { title, address: deskAddresses.tokens() },
  ];
}
