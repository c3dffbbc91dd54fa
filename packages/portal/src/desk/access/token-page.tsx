import type { ApiToken } from "@heed/core/users/access-desk";
import type { Elsewhere, Page } from "../../asked/page.ts";
import { Facts } from "../../components/facts.tsx";
import { shown } from "../../language/say.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import type { Fault } from "../form/faults.ts";
import { framed } from "../form/framed.tsx";
import { Checkbox, DayInput, SelectInput } from "../form/inputs.tsx";
import { keyOf, typedIn } from "../form/sent.ts";
import type { Values } from "../form/values.ts";
import { versionIn } from "../register/do-register-act.ts";
import { fieldIn, optional } from "../register/filled.ts";
import { RegisterForm } from "../register/register-form.tsx";
import { madeTokenPage } from "./made-token.tsx";
import { tokenFaults } from "./token-input.ts";
import { isInUse, validText } from "./tokens-page.tsx";
import { tokensPath, type WhoseTokens, whoseTokens } from "./whose-tokens.ts";

/** For how many days a token stays valid beside the one that takes its place. */
const keepDays = ["1", "7", "30"] as const;

/** One token, with the forms that make another in its place or end it. */
export async function tokenPage(asked: DeskAsked, [prefix = ""]: readonly string[]): Promise<Page | undefined> {
  const whose = await whoseTokens(asked);
  const token = whose && (await asked.desk.access().token(prefix));
  return token && shownToken(asked, { token, whose });
}

export async function submitToken(
  asked: DeskAsked,
  [prefix = ""]: readonly string[],
  form: URLSearchParams,
): Promise<Page | Elsewhere | undefined> {
  const { desk, way, say } = asked;
  const whose = await whoseTokens(asked);
  const token = whose && (await desk.access().token(prefix));
  const values = typedIn(form);
  const does = values.get("do");
  if (token === undefined || (does !== "rotate" && does !== "revoke")) return undefined;
  if (does === "revoke" && values.get("sure") !== "yes")
    return shownToken(asked, { token, whose }, values, [
      { name: "sure", text: say.message("fault.missing", { label: say.message("tokens.revoke.sure") }) },
    ]);
  const keep = values.get("keepUntil") ?? "";
  if (does === "rotate" && keep !== "" && !keepDays.some((each) => each === keep))
    return shownToken(asked, { token, whose }, values, [
      { name: "keepUntil", text: say.message("fault.choice", { label: say.message("tokens.keep") }) },
    ]);
  const input = does === "rotate" ? rotationIn(asked, values) : {};
  const request = { key: `${keyOf(values, asked)} ${does}`, operation: `${does} ${prefix}`, body: input };
  const access = desk.access(request);
  try {
    if (does === "rotate")
      return madeTokenPage(asked, whose, await access.rotateToken(prefix, { input, ...versionIn(values) }));
    await access.revokeToken(prefix, versionIn(values));
    return { elsewhere: way(deskAddresses.token(prefix), { done: "revoke" }) };
  } catch (error) {
    const faults = tokenFaults(say, values, error, whose);
    return shownToken(asked, { token: (await desk.access().token(prefix)) ?? token, whose }, values, faults);
  }
}

function rotationIn({ desk }: DeskAsked, values: Values): Record<string, unknown> {
  const [days, expiresOn] = [values.get("keepUntil") ?? "", (values.get("expiresOn") ?? "").trim()];
  const kept = keepDays.find((each) => each === days);
  const until = kept && new Date(Date.parse(desk.at) + Number(kept) * 86_400_000).toISOString();
  return { ...(until && { keepUntil: until }), ...(expiresOn && { expiresOn }) };
}

async function shownToken(
  asked: DeskAsked,
  { token, whose }: { token: ApiToken; whose: WhoseTokens },
  values: Values = new URLSearchParams(),
  faults: readonly Fault[] = [],
): Promise<Page> {
  const { say, way, reads, parameters } = asked;
  const { prefix, name, role, organizations, acts, createdAt, lastUsedAt, version, userId } = token;
  const names = await reads.organizationsById(organizations);
  const filled = { say, values, faults };
  const address = deskAddresses.token(prefix);
  const expiry = fieldIn(filled, "expiresOn", optional(say, "tokens.expiresOn"), "tokens.expiresOn.hint");
  const around = { asked, address, version };
  return framed(asked, {
    ...{ title: `heed_${prefix}`, faults, address, path: tokensPath(asked, whose) },
    body: (
      <>
        {parameters.done && <p class="govuk-inset-text">{say.message("tokens.revoked")}</p>}
        <Facts
          facts={[
            {
              name: say.message("tokens.whose"),
              value:
                userId && whose === "all" ? (
                  <a class="govuk-link" href={way(deskAddresses.user(userId))}>
                    {shown(name)}
                  </a>
                ) : (
                  shown(name)
                ),
            },
            ...(role ? [{ name: say.message("users.role.which"), value: say.message(`users.role.${role}`) }] : []),
            ...(organizations.length > 0
              ? [
                  {
                    name: say.message("tokens.organizations"),
                    value: say.list([...names.values()].map((each) => say.text(each.name).text)),
                  },
                ]
              : []),
            ...(acts ? [{ name: say.message("tokens.acts"), value: acts.join(", ") }] : []),
            { name: say.message("tokens.madeOn"), value: say.day(createdAt.slice(0, 10)) },
            {
              name: say.message("tokens.lastUsed"),
              value: lastUsedAt ? say.day(lastUsedAt.slice(0, 10)) : say.message("tokens.never"),
            },
            { name: say.message("tokens.until"), value: validText(asked, token) },
          ]}
        />
        {isInUse(asked, token) && (
          <>
            <section class="heed-block" aria-labelledby="rotate">
              <h2 class="govuk-heading-m" id="rotate">
                {say.message("tokens.rotate")}
              </h2>
              <p class="govuk-body">{say.message("tokens.rotate.text")}</p>
              <RegisterForm {...around} buttons={[{ does: "rotate", text: say.message("tokens.rotate") }]}>
                <SelectInput
                  {...fieldIn(filled, "keepUntil", optional(say, "tokens.keep"))}
                  choices={keepDays.map((value) => ({
                    value,
                    text: say.message("tokens.keep.days", { days: Number(value) }),
                  }))}
                  none={say.message("tokens.keep.not")}
                />
                <DayInput {...expiry} />
              </RegisterForm>
            </section>
            <section class="heed-block" aria-labelledby="revoke">
              <h2 class="govuk-heading-m" id="revoke">
                {say.message("tokens.revoke")}
              </h2>
              <p class="govuk-body">{say.message("tokens.revoke.text")}</p>
              <RegisterForm {...around} buttons={[{ does: "revoke", text: say.message("tokens.revoke") }]}>
                <Checkbox {...fieldIn(filled, "sure", say.message("tokens.revoke.sure"))} />
              </RegisterForm>
            </section>
          </>
        )}
      </>
    ),
  });
}
