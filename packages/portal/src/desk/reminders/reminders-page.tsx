import { keepsReminders, type PlannedReminders, type ShownMessage } from "@heed/core/reminders/reminder-desk";
import type { ToldReminder } from "@heed/core/reminders/told-reminders";
import type { Page } from "../../asked/page.ts";
import { lastPage, pageAsked } from "../../asked/parameters.ts";
import { Pager } from "../../components/pager.tsx";
import { Scrolling } from "../../components/scrolling.tsx";
import { Text } from "../../components/text.tsx";
import { shown } from "../../language/say.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { ToldBySteps } from "./told-by-steps.tsx";

const pageSize = 100;

/** What would be reminded of today, and every message with what became of it. */
export async function remindersPage(asked: DeskAsked): Promise<Page | undefined> {
  const { say, visitor, desk, today } = asked;
  if (!keepsReminders(visitor.person)) return undefined;
  const page = pageAsked(asked, pageSize);
  const own = desk.reminders();
  const paging = { limit: pageSize, skip: (page - 1) * pageSize, withTotal: true };
  const [planned, { items, total = 0 }] = await Promise.all([own.planned(today), own.messages({}, paging)]);
  const title = say.message("reminders.title");
  return {
    ...{ title, address: deskAddresses.reminders(), kept: { page: page === 1 ? undefined : page } },
    last: lastPage(total, pageSize),
    path: [{ title: say.message("desk.title"), address: deskAddresses.desk() }],
    body: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{say.message("reminders.text")}</p>
        <section aria-labelledby="planned">
          <h2 class="govuk-heading-m" id="planned">
            {say.message("reminders.planned", { day: say.day(today) })}
          </h2>
          <Planned asked={asked} planned={planned} />
        </section>
        <section aria-labelledby="messages">
          <h2 class="govuk-heading-m" id="messages">
            {say.message("reminders.messages", { total })}
          </h2>
          {items.length > 0 && <Messages asked={asked} items={items} />}
        </section>
        <Pager {...{ asked, page, address: deskAddresses.reminders(), kept: {} }} hasNext={page * pageSize < total} />
      </>
    ),
  };
}

function Planned({ asked, planned: { digests, escalations } }: { asked: DeskAsked; planned: PlannedReminders }) {
  const { say } = asked;
  if (digests.length === 0 && escalations.length === 0)
    return <p class="govuk-body">{say.message("reminders.planned.none")}</p>;
  return (
    <>
      {digests.map(({ user, told }) => (
        <PlannedMessage
          key={user.id}
          title={say.message("reminders.digest", { name: shown(user.name), count: told.length })}
          {...{ asked, told }}
        />
      ))}
      {escalations.map(({ organization, told }) => (
        <PlannedMessage
          key={organization.id}
          title={say.message("reminders.letter", { name: say.text(organization.name).text, count: told.length })}
          {...{ asked, told }}
        />
      ))}
    </>
  );
}

type PlannedProps = { asked: DeskAsked; title: string; told: readonly ToldReminder[] };

function PlannedMessage({ asked, title, told }: PlannedProps) {
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{title}</span>
      </summary>
      <div class="govuk-details__text">
        <ToldBySteps asked={asked} told={told} />
      </div>
    </details>
  );
}

function Messages({ asked, items }: { asked: DeskAsked; items: readonly ShownMessage[] }) {
  const { say, way } = asked;
  return (
    <Scrolling label={say.message("reminders.title")}>
      <table class="govuk-table">
        <thead>
          <tr>
            <th scope="col">{say.message("reminders.day")}</th>
            <th scope="col">{say.message("reminders.what")}</th>
            <th scope="col">{say.message("reminders.for")}</th>
            <th scope="col">{say.message("reminders.state")}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((message) => (
            <tr key={message.id}>
              <td>{say.day(message.day)}</td>
              <td>
                <a class="govuk-link" href={way(deskAddresses.reminder(message.id))}>
                  {say.message(`reminders.kind.${message.kind}`)}
                </a>
              </td>
              <td>
                <WhoFor asked={asked} message={message} />
              </td>
              <td>{say.message(`reminders.state.${message.state}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  );
}

/** The person who gets a message, or the organization that it is about. */
export function WhoFor({
  asked: { say },
  message: { user, organization },
}: {
  asked: DeskAsked;
  message: ShownMessage;
}) {
  if (user !== undefined) return <bdi>{shown(user.name)}</bdi>;
  return organization === undefined ? null : <Text of={say.text(organization.name)} />;
}
