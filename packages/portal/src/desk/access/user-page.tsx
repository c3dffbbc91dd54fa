import { parseInput } from "@heed/core/acting/parse-input";
import { isRefusal } from "@heed/core/domain-error";
import { changeUser, leave, UserDeparture } from "@heed/core/users/change-user";
import { isAdmin } from "@heed/core/users/require-admin";
import type { User } from "@heed/core/users/user";
import type { Elsewhere, Page } from "../../asked/page.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { keyOf, typedIn } from "../form/sent.ts";
import type { Values } from "../form/values.ts";
import { versionIn } from "../register/do-register-act.ts";
import { foreseenUser } from "./foreseen-user.tsx";
import { shownLink, shownUser } from "./shown-user.tsx";
import { isUserAct, movesRights, type UserAct, userFaults, userInput } from "./user-forms.ts";

/** One user: what the user may do, and the forms by which that changes. */
export async function userPage(asked: DeskAsked, [id = ""]: readonly string[]): Promise<Page | undefined> {
  const user = isAdmin(asked.visitor.person) ? await asked.desk.access().user(id) : undefined;
  return user && shownUser(asked, user);
}

export async function submitUser(
  asked: DeskAsked,
  [id = ""]: readonly string[],
  form: URLSearchParams,
): Promise<Page | Elsewhere | undefined> {
  const { desk, way, visitor, say } = asked;
  const user = isAdmin(visitor.person) ? await desk.access().user(id) : undefined;
  if (user === undefined) return undefined;
  const values = typedIn(form);
  const does = values.get("do");
  const act = does === "foresee" || does === "edit" ? values.get("act") : does;
  if (!isUserAct(act)) return undefined;
  if (does === "edit") return shownUser(asked, user, { act, values, faults: [] });
  try {
    if (act === "link") {
      const request = { key: `${keyOf(values, asked)} link`, operation: `link ${id}`, body: null };
      return shownLink(asked, user, await desk.access(request).signInLink(id));
    }
    const { input, faults } = await userInput(asked, act, values);
    if (faults.length > 0) return await shownUser(asked, user, { act, values, faults });
    if (does === "foresee" && movesRights(act)) {
      const after = changedUser(asked, user, act, input);
      const shown = { values, address: deskAddresses.user(id), does: act as "addRole", before: user };
      return await foreseenUser(asked, after, shown);
    }
    await perform(asked, { id, act, input }, values);
    return { elsewhere: way(deskAddresses.user(id), { done: act }) };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const now = (await desk.access().user(id)) ?? user;
    return shownUser(asked, now, { act, values, faults: userFaults(say, values, error) });
  }
}

type Change = { id: string; act: UserAct; input: Record<string, unknown> };

async function perform(asked: DeskAsked, { id, act, input }: Change, values: Values): Promise<void> {
  const request = { key: `${keyOf(values, asked)} ${act}`, operation: `${act} ${id}`, body: input };
  const access = asked.desk.access(request);
  if (act === "signOut") await access.endSessions(id);
  else if (act === "leave") await access.endUser(id, { input, ...versionIn(values) });
  else await access.changeUser(id, { input, ...versionIn(values) });
}

/** The user after a change that is not done. Errors: those of the change. */
function changedUser({ desk, today }: DeskAsked, user: User, act: UserAct, input: Record<string, unknown>): User {
  if (act === "leave") return leave(user, parseInput(UserDeparture, input).on ?? today);
  return changeUser({ at: desk.at, today, newId: () => "new" }, user, input);
}
