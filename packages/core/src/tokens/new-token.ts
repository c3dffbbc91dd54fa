import { z } from "zod";
import { actionRoles } from "../acting/action-rule.ts";
import { DomainError } from "../domain-error.ts";
import { Id, Instant } from "../source.ts";
import { AuthorityName, ShortText } from "../text/bounded-text.ts";
import { Day } from "../time/day.ts";

const expiresOn = Day.optional().describe("The last day on which it is valid; a year from today when absent.");

/** What is asked for when a token is made. */
export const NewToken = z
  .strictObject({
    user: Id.optional().describe(
      "Whose it is: it has the roles that the user has on the day of each request. The own one, for who is no admin, when it is absent.",
    ),
    name: AuthorityName.optional().describe("Or else the name of its actor, which acts record."),
    role: z.enum(actionRoles).optional().describe("And in which role it acts."),
    organizations: z
      .array(Id)
      .max(100)
      .default([])
      .describe(
        "The organizations that a respondent acts for, or the issuing bodies of an editor or assessor; of a user's, the only ones that it is for.",
      ),
    acts: z
      .array(ShortText.min(1))
      .min(1)
      .max(100)
      .optional()
      .describe("The only acts that it is for, by the names of the table of actions."),
    expiresOn,
  })
  .meta({ id: "NewToken", description: "A token of a user, or of a program with a name and one role." });
export type NewToken = z.output<typeof NewToken>;

export const TokenRotation = z
  .strictObject({
    keepUntil: Instant.optional().describe(
      "How long the old one stays valid, and never longer than it was; it ends at once when absent.",
    ),
    expiresOn,
  })
  .meta({ id: "TokenRotation", description: "A new token in place of one." });

type Holder = { user?: string | undefined; name?: string | undefined; role?: string | undefined };

/** A token is of a user, or of somebody with a name and one role. `hint` says how these are given. Errors: invalidInput. */
export function requireOneHolder({ user, name, role }: Holder, hint = "either user, or name and role"): void {
  const isOfUser = user !== undefined && name === undefined && role === undefined;
  const isOfName = user === undefined && name !== undefined && role !== undefined;
  if (!isOfUser && !isOfName) throw new DomainError("invalidInput", `say whose it is: ${hint}`);
}
