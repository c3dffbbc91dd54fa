import { DomainError } from "@heed/core";
import { confirmedWithin, type Following, Rhythm } from "@heed/core/followers/follower";
import type { ComponentChildren } from "preact";
import { addresses } from "../address/addresses.ts";
import type { Asked } from "../asked/asked.ts";
import type { Page } from "../asked/page.ts";
import { ErrorSummary } from "../desk/form/error-summary.tsx";
import { describedBy, FormGroup } from "../desk/form/form-group.tsx";
import { Radios } from "../desk/form/inputs.tsx";
import type { Followed } from "../mail/followed.ts";
import { followedAsked, followedName } from "./followed.ts";

type Fields = { email: string; rhythm: string };

/** The form by which somebody without an account asks for mails about one thing. */
export async function follow(asked: Asked): Promise<Page | undefined> {
  const { responsible = [], report = [], theme = [] } = asked.parameters;
  const followed = await followedAsked(asked, {
    responsible: responsible[0],
    report: report[0],
    theme: theme[0],
  } as never);
  if (asked.followers === undefined || followed === undefined) return undefined;
  return formPage(asked, followed, { email: "", rhythm: "weekly" }, false);
}

/** The answer is the same whoever has the address, and whatever it follows already. */
export async function takeFollower(
  asked: Asked,
  _: readonly string[],
  form: URLSearchParams,
): Promise<Page | undefined> {
  const { say, followers } = asked;
  const [responsible, report, theme] = ["responsible", "report", "theme"].map((name) => form.get(name)) as [
    string,
    string,
    string,
  ];
  const followed = await followedAsked(asked, { responsible, report, theme });
  if (followers === undefined || followed === undefined) return undefined;
  const fields = { email: form.get("email") ?? "", rhythm: form.get("rhythm") ?? "" };
  const { kind, topic, name } = followed;
  try {
    await followers.ask({ ...fields, language: say.language, kind, topic });
  } catch (error) {
    if (error instanceof DomainError && error.code === "invalidInput") return formPage(asked, followed, fields, true);
    throw error;
  }
  return told(asked, say.message("follow.asked.title"), addresses.follow(), [
    <p class="govuk-body">{say.message("follow.asked", { name, hours: confirmedWithin })}</p>,
  ]);
}

function formPage(asked: Asked, followed: Followed, { email, rhythm }: Fields, isFaulty: boolean): Page {
  const { say, way } = asked;
  const fault = isFaulty ? { name: "email", text: say.message("follow.email.fault") } : undefined;
  const title = say.message("follow.title", { name: followed.name });
  const around = {
    say,
    id: "email",
    label: say.message("follow.email"),
    hint: say.message("follow.email.hint"),
    fault,
  };
  return {
    ...{ title, address: addresses.follow(), kept: followed.filter },
    ...(isFaulty && { status: 422 as const }),
    body: (
      <div class="heed-text">
        <ErrorSummary say={say} faults={fault ? [fault] : []} />
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{say.message("follow.text")}</p>
        <form action={way(addresses.follow(), { asOf: undefined })} method="post" novalidate>
          {Object.entries(followed.filter).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={String(value)} />
          ))}
          <FormGroup {...around}>
            <input
              class={`govuk-input${fault ? " govuk-input--error" : ""}`}
              id="email"
              name="email"
              type="email"
              autoComplete="email"
              spellcheck={false}
              value={email}
              aria-describedby={describedBy(around)}
              aria-invalid={fault ? "true" : undefined}
            />
          </FormGroup>
          <Radios
            {...{ say, id: "rhythm", label: say.message("follow.rhythm") }}
            value={Rhythm.safeParse(rhythm).success ? rhythm : "weekly"}
            choices={Rhythm.options.map((value) => ({ value, text: say.message(`follow.rhythm.${value}`) }))}
          />
          <p class="govuk-body">{say.message("follow.privacy", { hours: confirmedWithin })}</p>
          <button class="govuk-button" type="submit">
            {say.message("follow.send")}
          </button>
        </form>
      </div>
    ),
  };
}

/** A link of a mail leads here: a program that opens the links of mails confirms nothing by that. */
export async function confirmFollowing(asked: Asked, [secret = ""]: readonly string[]): Promise<Page | undefined> {
  const { say } = asked;
  const following = await asked.followers?.find("confirm", secret);
  if (following === undefined) return gone(asked);
  const name = await nameOf(asked, following);
  return told(asked, say.message("follow.title", { name }), addresses.confirmFollowing(secret), [
    <p class="govuk-body">{say.message(`follow.confirm.${following.rhythm}`, { name })}</p>,
    <Button asked={asked} address={addresses.confirmFollowing(secret)} text={say.message("follow.confirm.do")} />,
  ]);
}

export async function confirmed(asked: Asked, [secret = ""]: readonly string[]): Promise<Page | undefined> {
  const { say } = asked;
  const following = await asked.followers?.confirm(secret);
  if (following === undefined) return gone(asked);
  const text = say.message("follow.confirmed", { name: await nameOf(asked, following) });
  return told(asked, say.message("follow.confirmed.title"), addresses.follow(), [<p class="govuk-body">{text}</p>]);
}

export async function endFollowing(asked: Asked, [secret = ""]: readonly string[]): Promise<Page | undefined> {
  const { say } = asked;
  const following = await asked.followers?.find("end", secret);
  if (following === undefined) return gone(asked);
  const address = addresses.endFollowing(secret);
  return told(asked, say.message("follow.end.title"), address, [
    <p class="govuk-body">{say.message("follow.end", { name: await nameOf(asked, following) })}</p>,
    <Button asked={asked} address={address} text={say.message("follow.end.do")} />,
    <Button asked={asked} address={address} text={say.message("follow.end.all")} name="all" />,
  ]);
}

/** A mail program sends this too, for its reader (RFC 8058); it reads no answer. */
export async function ended(
  asked: Asked,
  [secret = ""]: readonly string[],
  form: URLSearchParams,
): Promise<Page | undefined> {
  const { say } = asked;
  if (!(await asked.followers?.end(secret, form.has("all")))) return gone(asked);
  return told(asked, say.message("follow.ended.title"), addresses.follow(), [
    <p class="govuk-body">{say.message("follow.ended")}</p>,
  ]);
}

/** The link was used to end, is too old, or never was one: the answer does not tell which. */
function gone(asked: Asked): Page {
  const { say } = asked;
  return told(asked, say.message("follow.gone.title"), addresses.follow(), [
    <p class="govuk-body">{say.message("follow.gone", { hours: confirmedWithin })}</p>,
  ]);
}

async function nameOf({ reads, reader, say }: Asked, { kind, topic }: Following): Promise<string> {
  return (await followedName(reads, reader, { kind, topic, language: say.language }))?.name ?? topic;
}

function Button({
  asked: { way },
  address,
  text,
  name,
}: {
  asked: Asked;
  address: string;
  text: string;
  name?: string;
}) {
  return (
    <form action={way(address, { asOf: undefined })} method="post">
      <button
        class={`govuk-button${name ? " govuk-button--secondary" : ""}`}
        type="submit"
        name={name}
        value={name && "1"}
      >
        {text}
      </button>
    </form>
  );
}

function told({ say, way }: Asked, title: string, address: string, parts: readonly ComponentChildren[]): Page {
  return {
    ...{ title, address, isPrivate: true },
    body: (
      <div class="heed-text">
        <h1 class="govuk-heading-l">{title}</h1>
        {parts}
        <p class="govuk-body">
          <a class="govuk-link" href={way(addresses.front())}>
            {say.message("site.start")}
          </a>
        </p>
      </div>
    ),
  };
}
