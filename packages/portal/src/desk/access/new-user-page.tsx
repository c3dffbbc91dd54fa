import { isRefusal } from "@heed/core/domain-error";
import { newUser } from "@heed/core/users/change-user";
import { isAdmin } from "@heed/core/users/require-admin";
import type { Elsewhere, Page } from "../../asked/page.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import type { Fault } from "../form/faults.ts";
import { framed } from "../form/framed.tsx";
import { TextInput } from "../form/inputs.tsx";
import { keyOf, typedIn } from "../form/sent.ts";
import type { Values } from "../form/values.ts";
import { fieldIn } from "../register/filled.ts";
import { RegisterForm } from "../register/register-form.tsx";
import { accessPath } from "./admin-desk.tsx";
import { foreseenUser } from "./foreseen-user.tsx";
import { DetailFields, RoleFields } from "./user-fields.tsx";
import { roleIn, userFaults } from "./user-forms.ts";

/** The form of a new user, with the first role. */
export async function newUserPage(asked: DeskAsked): Promise<Page | undefined> {
  return isAdmin(asked.visitor.person) ? shownForm(asked, new URLSearchParams()) : undefined;
}

export async function submitNewUser(
  asked: DeskAsked,
  _: readonly string[],
  form: URLSearchParams,
): Promise<Page | Elsewhere | undefined> {
  const { desk, way, visitor, today } = asked;
  if (!isAdmin(visitor.person)) return undefined;
  const values = typedIn(form);
  if (values.get("do") === "edit") return shownForm(asked, values);
  const { role, faults } = await roleIn(asked, values);
  const [name, email, language] = ["name", "details.email", "details.language"].map((each) =>
    (values.get(each) ?? "").trim(),
  );
  const input = { name, ...(email && { email }), ...(language && { language }), ...(role && { roles: [role] }) };
  // Who sends again the form that added the user is told the same as then, and not that there is one of that name.
  const found = values.get("do") === "addUser" ? faults : [...(await nameFaults(asked, name)), ...faults];
  if (found.length > 0) return shownForm(asked, values, [...found, ...otherFaults(asked, values, input, found)]);
  try {
    if (values.get("do") !== "addUser") {
      const user = newUser({ at: desk.at, today, newId: () => "new" }, input);
      return await foreseenUser(asked, user, { values, address: deskAddresses.newUser(), does: "addUser" });
    }
    const request = { key: `${keyOf(values, asked)} addUser`, operation: "addUser", body: input };
    const { id } = await desk.access(request).addUser(input);
    return { elsewhere: way(deskAddresses.user(id), { done: "addUser" }) };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return shownForm(asked, values, userFaults(asked.say, values, error));
  }
}

/** Whether a user has the name already: it is told before anybody looks at what that user may do. */
async function nameFaults({ desk, say }: DeskAsked, name = ""): Promise<Fault[]> {
  if (name === "") return [];
  const { items } = await desk.access().users({ name: [name] }, { limit: 1 });
  return items.length === 0
    ? []
    : [{ name: "name", text: say.message("fault.rule.userName", { label: say.message("users.name") }) }];
}

/** What is wrong besides: all of it is told at once. */
function otherFaults({ desk, say, today }: DeskAsked, values: Values, input: object, told: readonly Fault[]): Fault[] {
  try {
    newUser({ at: desk.at, today, newId: () => "new" }, input);
    return [];
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return userFaults(say, values, error).filter(({ name }) => !told.some((each) => each.name === name));
  }
}

function shownForm(asked: DeskAsked, values: Values, faults: readonly Fault[] = []): Page {
  const { say } = asked;
  const filled = { say, values, faults };
  const address = deskAddresses.newUser();
  return framed(asked, {
    ...{ title: say.message("users.add"), faults, address, path: accessPath(asked, "users") },
    body: (
      <RegisterForm {...{ asked, address }} buttons={[{ does: "foresee", text: say.message("users.foresee") }]}>
        <TextInput {...fieldIn(filled, "name", say.message("users.name"), "users.name.hint")} />
        <DetailFields filled={filled} />
        <RoleFields filled={filled} />
      </RegisterForm>
    ),
  });
}
