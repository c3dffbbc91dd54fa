import { actionRoles } from "@heed/core/acting/action-rule";
import type { Page } from "../../asked/page.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import type { Fault } from "../form/faults.ts";
import { framed } from "../form/framed.tsx";
import { DayInput, SelectInput, TextArea, TextInput } from "../form/inputs.tsx";
import { keyOf, typedIn } from "../form/sent.ts";
import type { Values } from "../form/values.ts";
import { fieldIn, optional } from "../register/filled.ts";
import { RegisterForm } from "../register/register-form.tsx";
import { ActsOfRoles } from "./acts-of-roles.tsx";
import { madeTokenPage } from "./made-token.tsx";
import { tokenFaults, tokenInput } from "./token-input.ts";
import { tokensPath, type WhoseTokens, whoseTokens } from "./whose-tokens.ts";

/** The form of a new token: an admin's of a user, or of a program with a name and one role; another user's own one. */
export async function newTokenPage(asked: DeskAsked): Promise<Page | undefined> {
  const whose = await whoseTokens(asked);
  return whose && shownForm(asked, whose, new URLSearchParams());
}

export async function submitNewToken(
  asked: DeskAsked,
  _: readonly string[],
  form: URLSearchParams,
): Promise<Page | undefined> {
  const { desk, say } = asked;
  const whose = await whoseTokens(asked);
  if (whose === undefined) return undefined;
  const values = typedIn(form);
  const { input, faults } = await tokenInput(asked, whose, values);
  if (faults.length > 0) return shownForm(asked, whose, values, faults);
  try {
    const request = { key: `${keyOf(values, asked)} createToken`, operation: "createToken", body: input };
    return madeTokenPage(asked, whose, await desk.access(request).createToken(input));
  } catch (error) {
    return shownForm(asked, whose, values, tokenFaults(say, values, error, whose));
  }
}

function shownForm(asked: DeskAsked, whose: WhoseTokens, values: Values, faults: readonly Fault[] = []): Page {
  const { say } = asked;
  const filled = { say, values, faults };
  const address = deskAddresses.newToken();
  const expiry = fieldIn(filled, "expiresOn", optional(say, "tokens.expiresOn"), "tokens.expiresOn.hint");
  return framed(asked, {
    ...{ title: say.message("tokens.make"), faults, address, path: tokensPath(asked, whose) },
    body: (
      <>
        <p class="govuk-body">{say.message(whose === "own" ? "tokens.own.make" : "tokens.make.text")}</p>
        <RegisterForm {...{ asked, address }} buttons={[{ does: "createToken", text: say.message("tokens.make") }]}>
          {whose === "all" && (
            <>
              <TextInput {...fieldIn(filled, "user", optional(say, "tokens.user"), "tokens.user.hint")} />
              <TextInput {...fieldIn(filled, "name", optional(say, "tokens.name"), "tokens.name.hint")} />
              <SelectInput
                {...fieldIn(filled, "role", optional(say, "users.role.which"))}
                choices={actionRoles.map((value) => ({ value, text: say.message(`users.role.${value}`) }))}
                none={say.message("field.choose")}
              />
            </>
          )}
          <TextArea
            {...fieldIn(
              filled,
              "organizations",
              optional(say, "tokens.organizations"),
              whose === "own" ? "tokens.own.organizations" : "tokens.organizations.hint",
            )}
            rows={2}
          />
          <TextArea {...fieldIn(filled, "acts", optional(say, "tokens.acts"), "tokens.acts.hint")} rows={2} />
          <ActsOfRoles say={say} />
          <DayInput {...expiry} />
        </RegisterForm>
      </>
    ),
  });
}
