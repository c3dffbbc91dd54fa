import { Id, Instant } from "@heed/core";
import { actionRoles } from "@heed/core/acting/action-rule";
import { tokenId } from "@heed/core/tokens/token-id";
import type { ApiToken, MadeToken } from "@heed/core/users/access-desk";
import { User as CoreUser } from "@heed/core/users/user";
import { z } from "zod";
import { hrefOf } from "../contract/base-path.ts";
import { listOf } from "../contract/common.ts";
import { Href, linked } from "../contract/linked.ts";

export const User = linked(CoreUser).meta({
  id: "UserDetail",
  description: "A person who may do more than read what is public. The name belongs to this person alone.",
});
export const UserList = listOf("UserList", User);

/** A user with its link. */
export function userItem(user: CoreUser) {
  return { ...user, href: hrefOf("users", user.id) };
}

const UserRef = z.strictObject({ id: Id, href: Href }).meta({ id: "UserRef", description: "A link to a user." });

export const Token = z
  .strictObject({
    id: Id.describe("The part of it that may be shown."),
    href: Href,
    name: z.string().describe("Whose acts record."),
    user: UserRef.optional().describe("Whose it is, where it is a user's: it has the roles of the user."),
    role: z.enum(actionRoles).optional(),
    organizations: z.array(Id).readonly().describe("For whom it is; of a user's, the only ones, or all when empty."),
    acts: z.array(z.string()).readonly().optional().describe("The only acts that it is for."),
    createdAt: Instant,
    expiresAt: Instant.optional().describe("From this moment on it is not valid."),
    lastUsedAt: Instant.optional().describe("To the minute."),
    revokedAt: Instant.optional(),
    version: z.int().min(1),
  })
  .meta({ id: "Token", description: "Who may write through the service, without the secret." });
export const TokenList = listOf("TokenList", Token);

export const MadeTokenAnswer = z
  .strictObject({
    token: z
      .string()
      .optional()
      .describe("The token itself. It is kept nowhere, so it is here once: a repeat of the request does not have it."),
    id: Id,
    href: Href,
  })
  .meta({ id: "MadeToken", description: "A token that was made." });

export const SignInLinkAnswer = z
  .strictObject({
    address: z
      .string()
      .optional()
      .describe(
        "The address of the page, with the public one in front where the service has one. It is kept nowhere, so it is here once: a repeat of the request does not have it.",
      ),
    expiresAt: Instant,
  })
  .meta({ id: "MadeSignInLink", description: "A link by which a user signs in once." });

/** A token with its links. */
export function tokenItem({ prefix, userId, id: _, ...token }: ApiToken) {
  const id = tokenId(prefix);
  const user = userId === undefined ? {} : { user: { id: userId, href: hrefOf("users", userId) } };
  return { ...token, id, href: hrefOf("tokens", id), ...user };
}

/** The answer of what makes a token. */
export function madeToken({ prefix, token }: MadeToken) {
  const id = tokenId(prefix);
  const href = hrefOf("tokens", id);
  return { body: { id, href, ...(token !== undefined && { token }) }, location: href };
}
