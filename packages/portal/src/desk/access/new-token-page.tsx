import { actionRoles } from "@heed/core/acting/action-rule";
import type { Page } from "../../asked/page.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { dayType } from "../form/day-type.ts";
import type { Fault } from "../form/faults.ts";
import { framed } from "../form/framed.tsx";
import { SelectInput, TextArea, TextInput } from "../form/inputs.tsx";
import { keyOf, typedIn } from "../form/sent.ts";
import type { Values } from "../form/values.ts";
import { fieldIn, optional } from "../register/filled.ts";
import { RegisterForm } from "../register/register-form.tsx";
import { accessPath, isAdmin } from "./admin-desk.tsx";
import { madeTokenPage } from "./made-token.tsx";
import { tokenFaults, tokenInput } from "./token-input.ts";

/** The form of a new token: of a user, or of a program with a name and one role. */
export async function newTokenPage(asked: DeskAsked): Promise<Page | undefined> {
  return isAdmin(asked.visitor.person) ? shownForm(asked, new URLSearchParams()) : undefined;
}

export async function submitNewToken(
  asked: DeskAsked,
  _: readonly string[],
  form: URLSearchParams,
): Promise<Page | undefined> {
  const { desk, visitor, say } = asked;
  if (!isAdmin(visitor.person)) return undefined;
  const values = typedIn(form);
  const { input, faults } = await tokenInput(asked, values);
  if (faults.length > 0) return shownForm(asked, values, faults);
  try {
    const request = { key: `${keyOf(values, asked)} createToken`, operation: "createToken", body: input };
    return madeTokenPage(asked, await desk.access(request).createToken(input));
  } catch (error) {
    return shownForm(asked, values, tokenFaults(say, values, error));
  }
}

function shownForm(asked: DeskAsked, values: Values, faults: readonly Fault[] = []): Page {
  const { say } = asked;
  const filled = { say, values, faults };
  const address = deskAddresses.newToken();
  const expiry = fieldIn(filled, "expiresOn", optional(say, "tokens.expiresOn"), "tokens.expiresOn.hint");
  return framed(asked, {
    ...{ title: say.message("tokens.make"), faults, address, path: accessPath(asked, "tokens") },
    body: (
      <>
        <p class="govuk-body">{say.message("tokens.make.text")}</p>
        <RegisterForm {...{ asked, address }} buttons={[{ does: "createToken", text: say.message("tokens.make") }]}>
          <TextInput {...fieldIn(filled, "user", optional(say, "tokens.user"), "tokens.user.hint")} />
          <TextInput {...fieldIn(filled, "name", optional(say, "tokens.name"), "tokens.name.hint")} />
          <SelectInput
            {...fieldIn(filled, "role", optional(say, "users.role.which"))}
            choices={actionRoles.map((value) => ({ value, text: say.message(`users.role.${value}`) }))}
            none={say.message("field.choose")}
          />
          <TextArea
            {...fieldIn(filled, "organizations", optional(say, "tokens.organizations"), "tokens.organizations.hint")}
            rows={2}
          />
          <TextArea {...fieldIn(filled, "acts", optional(say, "tokens.acts"), "tokens.acts.hint")} rows={2} />
          <TextInput {...expiry} type={dayType(expiry.value)} />
        </RegisterForm>
      </>
    ),
  });
}
