import { z } from "zod";
import { Instant } from "../source.ts";

/** What is asked for when a link to sign in once is made. */
export const NewSignInLink = z
  .strictObject({ expiresAt: Instant.optional().describe("Until when it can be used; for half an hour when absent.") })
  .meta({ id: "NewSignInLink", description: "An address by which a user signs in on the pages, once." });

/** The path of the page where a link leads, below the public address. `language` is the user's, where it is one of the pages. */
export function signInLinkPath(language: string, secret: string): string {
  return `/${language}/sign-in/link?secret=${encodeURIComponent(secret)}`;
}
