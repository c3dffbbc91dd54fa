import { createHash, randomUUID } from "node:crypto";
import { userInfo } from "node:os";
import { DomainError, type Id, personAs } from "@heed/core";
import type { ActionRole } from "@heed/core/acting/action-rule";
import { searchableName } from "@heed/core/organization/organization";
import { AuthorityName } from "@heed/core/text/bounded-text";

/** Who acts, and on which version, as the options of a command tell it. */
export type ActorOptions = { as?: string; role: ActionRole; expectVersion?: number };

/** Who acts, with the system's user and the moment, as every act records them. */
export function actingAs({ as, role }: ActorOptions, organizations: readonly Id[] = []) {
  const systemUser = userInfo().username;
  const name = as === undefined ? systemUser : actorNamed("--as", as);
  return {
    person: personAs({ id: localActorId(name), name, role, organizations }),
    systemUser,
    at: new Date().toISOString(),
    newId: randomUUID,
  };
}

/** R57: a name that shows nothing names nobody. Errors: invalidInput, with the option. */
export function actorNamed(option: string, name: string): string {
  const problem = AuthorityName.safeParse(name).error?.issues[0]?.message;
  if (problem === undefined) return name;
  throw new DomainError("invalidInput", "who acts has no name", [
    { name: option, value: name, detail: `it ${problem}` },
  ]);
}

/** On a local database only the name tells who acts: one name is one actor, however it is written. */
function localActorId(name: string): Id {
  return `user:${createHash("sha256").update(searchableName(name)).digest("hex").slice(0, 16)}`;
}
