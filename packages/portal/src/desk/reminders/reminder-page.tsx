import { isRefusal } from "@heed/core/domain-error";
import { keepsReminders, type ShownMessage } from "@heed/core/reminders/reminder-desk";
import type { ToldReminder } from "@heed/core/reminders/told-reminders";
import type { Elsewhere, Page } from "../../asked/page.ts";
import { Facts } from "../../components/facts.tsx";
import { OwedItems } from "../../components/owed-list.tsx";
import { shown } from "../../language/say.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { framed } from "../form/framed.tsx";
import { typedIn } from "../form/sent.ts";
import { RegisterForm } from "../register/register-form.tsx";
import { WhoFor } from "./reminders-page.tsx";
import { ToldBySteps } from "./told-by-steps.tsx";

const outcomes = ["again", "sent", "dropped"] as const;

/** One message: what became of it, and what a person does with it. A letter to parliament stands there to be copied. */
export async function reminderPage(asked: DeskAsked, [id = ""]: readonly string[]): Promise<Page | undefined> {
  const message = keepsReminders(asked.visitor.person) ? await asked.desk.reminders().message(id) : undefined;
  return message && shownMessage(asked, message);
}

export async function submitReminder(
  asked: DeskAsked,
  [id = ""]: readonly string[],
  form: URLSearchParams,
): Promise<Page | Elsewhere | undefined> {
  const { desk, visitor, way, say } = asked;
  const outcome = outcomes.find((each) => each === typedIn(form).get("do"));
  const message = keepsReminders(visitor.person) ? await desk.reminders().message(id) : undefined;
  if (message === undefined || outcome === undefined) return undefined;
  try {
    await desk.reminders().end(id, { outcome });
    return { elsewhere: way(deskAddresses.reminder(id)) };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const now = (await desk.reminders().message(id)) ?? message;
    return shownMessage(asked, now, [{ name: "do", text: say.message("reminders.done") }]);
  }
}

async function shownMessage(
  asked: DeskAsked,
  message: ShownMessage,
  faults: readonly { name: string; text: string }[] = [],
): Promise<Page> {
  const { say, desk } = asked;
  const { id, kind, state, day, attempts, endedAt, lastFault } = message;
  const address = deskAddresses.reminder(id);
  const told = isTold(message) ? await desk.reminders().told(id) : [];
  const isLetterWaiting = kind === "escalation" && state === "waiting";
  return framed(asked, {
    ...{ title: say.message(`reminders.kind.${kind}`), faults, address },
    path: [
      { title: say.message("desk.title"), address: deskAddresses.desk() },
      { title: say.message("reminders.title"), address: deskAddresses.reminders() },
    ],
    body: (
      <>
        <Facts
          facts={[
            { name: say.message("reminders.day"), value: say.day(day) },
            { name: say.message("reminders.for"), value: <WhoFor asked={asked} message={message} /> },
            { name: say.message("reminders.state"), value: say.message(`reminders.state.${state}`) },
            ...(endedAt ? [{ name: say.message("reminders.ended"), value: say.day(endedAt.slice(0, 10)) }] : []),
            { name: say.message("reminders.attempts"), value: say.number(attempts) },
            ...(lastFault ? [{ name: say.message("reminders.fault"), value: <bdi>{shown(lastFault)}</bdi> }] : []),
          ]}
        />
        {kind === "escalation" && <Letter asked={asked} message={message} told={told} />}
        {kind === "digest" && isTold(message) && <Digest asked={asked} told={told} />}
        {state === "givenUp" && (
          <RegisterForm
            {...{ asked, address }}
            buttons={[{ does: "again", text: say.message("reminders.do.again") }]}
          />
        )}
        {isLetterWaiting && (
          <RegisterForm
            {...{ asked, address }}
            buttons={[
              { does: "sent", text: say.message("reminders.do.sent") },
              { does: "dropped", text: say.message("reminders.do.dropped"), isSecondary: true },
            ]}
          />
        )}
      </>
    ),
  });
}

/** A letter is copied from the page; of a person's mail it tells what would go out. */
function isTold({ kind, state }: ShownMessage): boolean {
  return kind === "escalation" || (kind === "digest" && (state === "waiting" || state === "givenUp"));
}

function Digest({ asked, told }: Pick<LetterProps, "asked" | "told">) {
  const { say } = asked;
  return (
    <section aria-labelledby="told">
      <h2 class="govuk-heading-m" id="told">
        {say.message("reminders.told")}
      </h2>
      {told.length === 0 ? (
        <p class="govuk-body">{say.message("reminders.told.none")}</p>
      ) : (
        <ToldBySteps asked={asked} told={told} />
      )}
    </section>
  );
}

type LetterProps = { asked: DeskAsked; message: ShownMessage; told: readonly ToldReminder[] };

/** The letter as it would say today: what was done meanwhile is not in it. */
function Letter({ asked, message: { organization }, told }: LetterProps) {
  const { say, today } = asked;
  if (told.length === 0 || organization === undefined)
    return <p class="govuk-body">{say.message("reminders.letter.none")}</p>;
  const named = { organization: say.text(organization.name).text, day: say.day(today) };
  return (
    <section aria-labelledby="letter">
      <h2 class="govuk-heading-m" id="letter">
        {say.message("mail.letter.subject", named)}
      </h2>
      <p class="govuk-body">{say.message("mail.letter.intro", named)}</p>
      <OwedItems asked={asked} items={told.map(({ item }) => item)} />
    </section>
  );
}
