import { addresses } from "../address/addresses.ts";
import type { Asked } from "../asked/asked.ts";
import type { Elsewhere, Page } from "../asked/page.ts";
import { lastPage, pageAsked } from "../asked/parameters.ts";
import { BriefingLink } from "../components/briefing-link.tsx";
import { Downloads } from "../components/downloads.tsx";
import { byMail, FeedLinks, feedsOf } from "../components/feed-links.tsx";
import { Pager } from "../components/pager.tsx";
import { ProgressFigures } from "../components/progress-figures.tsx";
import { RecommendationList } from "../components/recommendation-list.tsx";
import { shown } from "../language/say.ts";

const pageSize = 25;

/** A theme with its recommendations and how they stand. */
export async function theme(asked: Asked, [name = ""]: readonly string[]): Promise<Page | Elsewhere | undefined> {
  const { reads, reader, say, asOf, way, data } = asked;
  const [spelled] = (await reads.named(reader, "theme", [name])).get(name) ?? [];
  if (spelled === undefined) return undefined;
  if (spelled !== name) return { elsewhere: way(addresses.theme(spelled)) };
  const page = pageAsked(asked, pageSize);
  const filter = { asOf, theme: [spelled] };
  const [[progress], overdue, answer] = await Promise.all([
    reads.progress(reader, { ...filter, groupBy: "all" }),
    reads.overdue(reader, filter, { limit: 1 }),
    reads.recommendations(reader, filter, { limit: pageSize, skip: (page - 1) * pageSize, withTotal: true }),
  ]);
  const total = answer.total ?? answer.items.length;
  const title = say.message("theme.one", { theme: spelled });
  const feeds = feedsOf(asked, { theme: spelled });
  return {
    title,
    description: say.message("list.description", { day: say.day(asOf) }),
    address: addresses.theme(spelled),
    kept: { page: page === 1 ? undefined : page },
    last: lastPage(total, pageSize),
    data: data("/recommendations", { asOf, theme: spelled }),
    feeds,
    path: [{ title: say.message("nav.themes"), address: addresses.themes() }],
    body: (
      <>
        <h1 class="govuk-heading-l">
          <bdi>{shown(title)}</bdi>
        </h1>
        <ProgressFigures say={say} progress={progress} overdue={overdue} />
        {overdue.total > 0 && (
          <p class="govuk-body">
            <a class="govuk-link" href={way(addresses.overdue(), { theme: spelled })}>
              {say.message("front.late.all")}
            </a>
          </p>
        )}
        <BriefingLink asked={asked} chosen={{ theme: spelled }} />
        <FeedLinks feeds={feeds} mail={byMail(asked, { theme: spelled })} />
        <h2 class="govuk-heading-m">{say.message("list.count", { total })}</h2>
        <Downloads asked={asked} list="recommendations" query={{ asOf, theme: spelled }} total={total} />
        <RecommendationList asked={asked} items={answer.items} />
        <Pager
          asked={asked}
          address={addresses.theme(spelled)}
          kept={{}}
          page={page}
          hasNext={page * pageSize < total}
        />
      </>
    ),
  };
}
