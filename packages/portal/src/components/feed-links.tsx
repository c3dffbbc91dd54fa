import { addresses } from "../address/addresses.ts";
import type { Query } from "../address/query.ts";
import type { Asked } from "../asked/asked.ts";
import type { Feed } from "../asked/feed.ts";

type Asking = Pick<Asked, "say" | "way" | "today">;

/** The deadlines and the changes of a chosen set. */
export function feedsOf(asked: Asking, chosen: Query): readonly Feed[] {
  return [calendarOf(asked, chosen), changesFeedOf(asked, chosen)];
}

/** Whoever follows a list wants it as it is each day, and so without the day of the page. */
export function calendarOf({ say, way }: Asking, query: Query): Feed {
  const href = way(addresses.owedCalendar(), { ...query, page: undefined, asOf: undefined });
  return { type: "text/calendar", title: say.message("feeds.calendar"), href };
}

export function changesFeedOf({ say, way }: Asking, query: Query): Feed {
  const href = way(addresses.changesFeed(), { ...query, page: undefined, from: undefined, asOf: undefined });
  return { type: "application/atom+xml", title: say.message("feeds.changes"), href };
}

/** Where who has no account asks for mails about one thing; undefined where no mail goes out. */
export function byMail({ say, way, followers }: Asked, chosen: Query): Omit<Feed, "type"> | undefined {
  return (
    followers && { title: say.message("follow.link"), href: way(addresses.follow(), { ...chosen, asOf: undefined }) }
  );
}

type Props = { feeds: readonly Feed[]; mail?: Omit<Feed, "type"> | undefined };

export function FeedLinks({ feeds, mail }: Props) {
  return (
    <ul class="govuk-list">
      {feeds.map(({ type, title, href }) => (
        <li key={href}>
          <a class="govuk-link" href={href} type={type}>
            {title}
          </a>
        </li>
      ))}
      {mail && (
        <li>
          <a class="govuk-link" href={mail.href}>
            {mail.title}
          </a>
        </li>
      )}
    </ul>
  );
}
