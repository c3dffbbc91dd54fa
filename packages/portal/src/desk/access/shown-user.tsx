import type { MadeSignInLink } from "@heed/core/users/access-desk";
import { signInLinkPath } from "@heed/core/users/sign-in-link";
import type { User } from "@heed/core/users/user";
import type { ComponentChildren } from "preact";
import type { Page } from "../../asked/page.ts";
import { Facts } from "../../components/facts.tsx";
import { isPageLanguage } from "../../language/languages.ts";
import { shown } from "../../language/say.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import type { Fault } from "../form/faults.ts";
import { framed } from "../form/framed.tsx";
import { DayInput, Radios, TextInput } from "../form/inputs.tsx";
import type { Values } from "../form/values.ts";
import { type Filled, fieldIn, optional } from "../register/filled.ts";
import { RegisterForm } from "../register/register-form.tsx";
import { accessPath } from "./admin-desk.tsx";
import { DetailFields, RoleFields } from "./user-fields.tsx";
import { isUserAct, movesRights, type UserAct } from "./user-forms.ts";
import { mayDoView, organizationsOfRoles, roleText } from "./user-roles.tsx";

type Faulty = { act: UserAct; values: Values; faults: readonly Fault[] };

/** One user, and a form for each change. Who has left is changed no more. */
export async function shownUser(asked: DeskAsked, user: User, faulty?: Faulty): Promise<Page> {
  const { say, way, desk, parameters, today } = asked;
  const { id, name, roles, leftOn, recordedAt, identities } = user;
  const [names, sessions, may] = await Promise.all([
    organizationsOfRoles(asked, user),
    desk.access().sessions(id),
    mayDoView(asked, user),
  ]);
  const [done] = parameters.done ?? [];
  const ended = roles.filter(({ until }) => until !== undefined && until < today);
  const filledFor = (act: UserAct): Filled =>
    faulty?.act === act
      ? { say, values: faulty.values, faults: faulty.faults }
      : { say, values: beginningOf(user), faults: [] };
  const held = roles.filter(({ until }) => until === undefined || until >= today);
  const form = (act: UserAct, children?: ComponentChildren) => (
    <UserForm key={act} {...{ asked, user, act, children }} isOpen={faulty?.act === act} />
  );
  const endUntil = fieldIn(filledFor("endRole"), "endRole.until", optional(say, "users.role.ends"), "users.ends.hint");
  const leaveOn = fieldIn(filledFor("leave"), "leave.on", optional(say, "users.leave.on"), "users.leave.on.hint");
  return framed(asked, {
    ...{ title: shown(name), faults: faulty?.faults ?? [], address: deskAddresses.user(id) },
    path: accessPath(asked, "users"),
    body: (
      <>
        {(done === "addUser" || isUserAct(done)) && (
          <p class="govuk-inset-text">{say.message(done === "signOut" ? "users.signedOut" : "users.done")}</p>
        )}
        <Facts
          facts={[
            { name: say.message("users.since"), value: say.day(recordedAt.slice(0, 10)) },
            ...(user.email ? [{ name: say.message("users.email"), value: shown(user.email) }] : []),
            ...(leftOn ? [{ name: say.message("users.leave.on"), value: say.day(leftOn) }] : []),
            ...identities.map(({ issuer, subject }) => ({ name: shown(issuer), value: shown(subject) })),
            { name: say.message("users.sessions"), value: say.number(sessions.length) },
          ]}
        />
        <h2 class="govuk-heading-m">{say.message("users.may.now")}</h2>
        {may}
        {ended.length > 0 && (
          <>
            <h2 class="govuk-heading-m">{say.message("users.ended")}</h2>
            <ul class="govuk-list govuk-list--bullet">
              {ended.map((each) => (
                <li key={roleText(asked, each, names)}>{roleText(asked, each, names)}</li>
              ))}
            </ul>
          </>
        )}
        <p class="govuk-body">
          <a class="govuk-link" href={way(deskAddresses.tokens(), { user: id })}>
            {say.message("users.tokens")}
          </a>
        </p>
        {leftOn === undefined && (
          <>
            {form("addRole", <RoleFields filled={filledFor("addRole")} />)}
            {held.length > 0 &&
              form(
                "endRole",
                <>
                  <Radios
                    {...fieldIn(filledFor("endRole"), "endRole.which", say.message("users.role.which"))}
                    choices={held.map((each) => ({
                      value: `${each.role}:${each.organization ?? ""}`,
                      text: roleText(asked, each, names),
                    }))}
                  />
                  <DayInput {...endUntil} />
                </>,
              )}
            {form("details", <DetailFields filled={filledFor("details")} user={user} />)}
            {form(
              "identity",
              (["issuer", "subject"] as const).map((part) => (
                <TextInput
                  key={part}
                  {...fieldIn(filledFor("identity"), `identity.${part}`, say.message(`users.identity.${part}`))}
                />
              )),
            )}
            {form("link")}
            {form("leave", <DayInput {...leaveOn} />)}
          </>
        )}
        {form("signOut")}
      </>
    ),
  });
}

function beginningOf({ email = "", language = "" }: User): Values {
  return new URLSearchParams({ "details.email": email, "details.language": language });
}

type FormProps = { asked: DeskAsked; user: User; act: UserAct; isOpen: boolean; children?: ComponentChildren };

function UserForm({ asked, user, act, isOpen, children }: FormProps) {
  const { say } = asked;
  const does = movesRights(act) ? "foresee" : act;
  return (
    <details class="govuk-details" open={isOpen}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{say.message(`users.form.${act}`)}</span>
      </summary>
      <div class="govuk-details__text">
        <p class="govuk-body">{say.message(`users.text.${act}`)}</p>
        <RegisterForm
          asked={asked}
          address={deskAddresses.user(user.id)}
          version={user.version}
          buttons={[{ does, text: say.message(movesRights(act) ? "users.foresee" : `users.form.${act}`) }]}
        >
          <input type="hidden" name="act" value={act} />
          {children}
        </RegisterForm>
      </div>
    </details>
  );
}

/** An address by which a user signs in once: it is shown here and nowhere else. */
export function shownLink(asked: DeskAsked, user: User, { secret, expiresAt }: MadeSignInLink): Page {
  const { say, way, origin } = asked;
  const language = isPageLanguage(user.language) ? user.language : say.language;
  const before = way("").replace(/\/[a-z]{2}(?:\?.*)?$/, "");
  const address = secret && `${origin}${before}${signInLinkPath(language, secret)}`;
  return framed(asked, {
    title: say.message("users.link.title", { name: shown(user.name) }),
    ...{ address: deskAddresses.user(user.id), path: accessPath(asked, "users") },
    body: (
      <>
        <p class="govuk-body">
          {address
            ? say.message("users.link.text", { day: say.day(expiresAt.slice(0, 10)), time: expiresAt.slice(11, 16) })
            : say.message("users.link.before")}
        </p>
        {address && origin === "" && <p class="govuk-body">{say.message("users.link.noOrigin")}</p>}
        {address && (
          <p class="govuk-inset-text">
            <code class="heed-digest">{address}</code>
          </p>
        )}
        <p class="govuk-body">
          <a class="govuk-link" href={way(deskAddresses.user(user.id))}>
            {shown(user.name)}
          </a>
        </p>
      </>
    ),
  });
}
