import type { ChangeKind } from "@heed/core/follow-up/changes/change";
import { addresses } from "../address/addresses.ts";
import type { Query } from "../address/query.ts";
import type { Asked } from "../asked/asked.ts";
import { changesAsked } from "../asked/changes-asked.ts";
import { choicesOf } from "../asked/choices.ts";
import type { Page } from "../asked/page.ts";
import { lastPage, pageAsked } from "../asked/parameters.ts";
import { ChangeGroup } from "../components/change-group.tsx";
import { Downloads } from "../components/downloads.tsx";
import { changesFeedOf, FeedLinks } from "../components/feed-links.tsx";
import { FilterForm } from "../components/filter-form.tsx";
import { Pager } from "../components/pager.tsx";

const pageSize = 25;

/** Without a kind asked for, each kind shows this number of changes and the way to the others. */
const shownOfKind = 5;

/** The kinds in the order in which a reader wants to know them. */
const kinds: readonly ChangeKind[] = [
  "newlyOverdue",
  "answered",
  "promised",
  "deadlineMoved",
  "claimed",
  "found",
  "closed",
  "reopened",
  "published",
  "askedAnew",
];

/** What changed from one day until the day of the page, in groups by kind; all of a kind where one is asked for. */
export async function changes(asked: Asked): Promise<Page> {
  const { reads, reader, say, asOf, parameters, data } = asked;
  const page = pageAsked(asked, pageSize);
  const { issuingBody, responsible, report, theme } = parameters;
  const { filter, kind } = await changesAsked(asked);
  const period = { from: filter.from, to: filter.to };
  const [{ total = 0, totalsByKind }, choices] = await Promise.all([
    reads.changes(reader, filter, { limit: 0, withTotal: true }),
    choicesOf(asked),
  ]);
  const counted = kinds.flatMap((each) => {
    const count = totalsByKind?.[each] ?? 0;
    return count > 0 && (kind ?? each) === each ? [{ kind: each, count }] : [];
  });
  const paging = kind === undefined ? { limit: shownOfKind } : { limit: pageSize, skip: (page - 1) * pageSize };
  const groups = await Promise.all(
    counted.map(async ({ kind: each, count }) => ({
      kind: each,
      count,
      items: (await reads.changes(reader, { ...filter, kind: [each] }, paging)).items,
    })),
  );
  const from = parameters.from && period.from;
  const kept: Query = { from, kind, issuingBody, responsible, report, theme };
  const sameData: Query = { ...period, kind, issuingBody, responsible, report, theme };
  const feed = changesFeedOf(asked, kept);
  const days = { from: say.day(period.from), to: say.day(asOf) };
  const shown = kind === undefined ? total : (totalsByKind?.[kind] ?? 0);
  return {
    title: say.message("changes.title"),
    description: say.message("changes.description", days),
    address: addresses.changes(),
    kept: { ...kept, page: page === 1 ? undefined : page },
    last: lastPage(kind === undefined ? 0 : shown, pageSize),
    data: data("/changes", sameData),
    feeds: [feed],
    body: (
      <>
        <h1 class="govuk-heading-l">{say.message("changes.title")}</h1>
        <FilterForm
          asked={asked}
          address={addresses.changes()}
          from={period.from}
          isFiltered={Object.values(kept).some((value) => value !== undefined)}
          filters={[
            {
              name: "kind",
              label: say.message("changes.what"),
              choices: kinds.map((value) => ({ value, text: say.label("changeKind", value) })),
            },
            ...choices,
          ]}
        />
        <p class="govuk-body-l">{say.message("changes.count", { total: shown, ...days })}</p>
        <Downloads asked={asked} list="changes" query={sameData} total={shown} />
        {groups.map((group) => (
          <ChangeGroup key={group.kind} asked={asked} {...group} kept={{ ...kept, from: period.from }} />
        ))}
        {kind !== undefined && (
          <Pager
            asked={asked}
            address={addresses.changes()}
            kept={kept}
            page={page}
            hasNext={page * pageSize < shown}
          />
        )}
        <FeedLinks feeds={[feed]} />
      </>
    ),
  };
}
