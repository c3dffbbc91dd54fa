import type { User } from "@heed/core/users/user";
import type { Page } from "../../asked/page.ts";
import type { MessageKey } from "../../language/message.ts";
import { shown } from "../../language/say.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { CarriedForm, doOrEdit } from "../form/carried-form.tsx";
import { framed } from "../form/framed.tsx";
import type { Values } from "../form/values.ts";
import { accessPath } from "./admin-desk.tsx";
import { mayDoView } from "./user-roles.tsx";

type Foreseeing = {
  values: Values;
  /** Where it is sent. */
  address: string;
  does: "addUser" | "addRole" | "endRole" | "leave";
  /** The user as it is now. */
  before?: User;
};

/** What a user may do after a change, beside what the user may do now; nothing is written. */
export async function foreseenUser(
  asked: DeskAsked,
  after: User,
  { values, address, does, before }: Foreseeing,
): Promise<Page> {
  const { say } = asked;
  const [now, then] = [before && (await mayDoView(asked, before)), await mayDoView(asked, after)];
  const text: MessageKey = `users.do.${does}`;
  return framed(asked, {
    title: say.message("users.foreseen", { name: shown(after.name) }),
    ...{ address, path: accessPath(asked, "users") },
    body: (
      <>
        {now && (
          <>
            <h2 class="govuk-heading-m">{say.message("users.may.now")}</h2>
            {now}
          </>
        )}
        <h2 class="govuk-heading-m">{say.message("users.may.then")}</h2>
        {then}
        <CarriedForm {...{ asked, address, values }} buttons={doOrEdit(asked, does, say.message(text))} />
      </>
    ),
  });
}
