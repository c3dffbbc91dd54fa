import { DomainError, type Id, type Issue, publicReader } from "@heed/core";
import type { Right } from "@heed/core/access/right";
import type { TrackerReads } from "@heed/core/read-models/tracker-store";
import { pathName } from "@heed/core/text/input-issues";
import type { JWTPayload } from "jose";
import type { SignInFile } from "./sign-in-file.ts";

export type ClaimedRights = (claims: JWTPayload) => Promise<readonly Right[]>;

type Reads = Pick<TrackerReads, "named" | "organizationsById">;

/**
 * What the claims of a token give, by the file. Errors: unknownOrganization, with the places in the file, for organizations that
 * the record does not have.
 */
export async function claimedRights(reads: Reads, { rights }: SignInFile): Promise<ClaimedRights> {
  const ids = await idsOf(
    reads,
    rights.flatMap(({ organizations }) => organizations),
  );
  const unknown = rights.flatMap(({ organizations }, place) =>
    organizations.flatMap((value, each): Issue[] =>
      ids.has(value)
        ? []
        : [
            {
              name: pathName(["rights", place, "organizations", each]),
              value,
              detail: "no organization has this id or code",
            },
          ],
    ),
  );
  if (unknown.length > 0)
    throw new DomainError("unknownOrganization", "the sign-in file names what the record does not have", unknown);
  return async (claims) => {
    const given = rights.filter(({ claim, value }) => textsOf(claims[claim]).includes(value));
    const named = given.flatMap(({ organizationsFrom: from }) => (from === undefined ? [] : textsOf(claims[from])));
    const known = named.length === 0 ? ids : new Map([...ids, ...(await idsOf(reads, named))]);
    return given.flatMap(({ role, organizations, organizationsFrom: from }): Right[] => {
      const texts = from === undefined ? organizations : textsOf(claims[from]);
      const held = texts.flatMap((text) => known.get(text) ?? []);
      // A claim that names none of the record must not become a role for all of them.
      return from !== undefined && held.length === 0 ? [] : [{ role, organizations: held }];
    });
  };
}

/** The organization that has each text as its id or code; what is the id of one and the code of another is neither. */
async function idsOf(reads: Reads, texts: readonly string[]): Promise<ReadonlyMap<string, Id>> {
  if (texts.length === 0) return new Map();
  const named = await reads.named(publicReader, "organization", [...new Set(texts)]);
  const organizations = await reads.organizationsById([...named.values()].flat());
  return new Map(
    [...named].flatMap(([text, ids]) => {
      const meant = ids.filter((id) => id === text || organizations.get(id)?.code === text.toLowerCase());
      return meant.length === 1 && meant[0] !== undefined ? [[text, meant[0]] as const] : [];
    }),
  );
}

/** The texts of a claim: it is a text, or a list in which other things do not count. */
function textsOf(claim: unknown): readonly string[] {
  return (Array.isArray(claim) ? claim : [claim]).filter((each): each is string => typeof each === "string");
}
