import { ageingBuckets } from "@heed/core/time/ageing";
import { firstDay } from "@heed/core/time/day";
import { addresses } from "../address/addresses.ts";
import type { Asked } from "../asked/asked.ts";
import type { Page } from "../asked/page.ts";
import { Bars } from "../charts/bars.tsx";
import { ChangedSince } from "../components/changed-since.tsx";
import { OwingTable } from "../components/owing-table.tsx";
import { ProgressFigures } from "../components/progress-figures.tsx";
import { RecommendationLink } from "../components/recommendation-link.tsx";
import { SearchForm } from "../components/search-form.tsx";

const shownOwing = 6;
const shownApart = 3;

/** What a reader wants to know first: how it stands on the day, who owes most, and where the two voices part. */
export async function front(asked: Asked): Promise<Page> {
  const { reads, reader, say, asOf, way, data } = asked;
  const [[progress], overdue, owing, apart, published] = await Promise.all([
    reads.progress(reader, { asOf, groupBy: "all" }),
    reads.overdue(reader, { asOf }, { limit: 1 }),
    reads.owing(reader, { asOf }, shownOwing),
    reads.recommendations(reader, { asOf, divergent: true }, { limit: shownApart, withTotal: true }),
    reads.changes(reader, { from: firstDay, to: asOf, kind: ["published", "askedAnew"] }, { limit: 1 }),
  ]);
  const day = say.day(asOf);
  const followUps = progress?.followUps ?? 0;
  return {
    title: say.message("front.title"),
    description: say.message("front.description", { day, followUps, overdue: overdue.total }),
    address: addresses.front(),
    data: data("/progress", { asOf }),
    body: (
      <>
        <h1 class="govuk-heading-xl">{say.message("front.title")}</h1>
        <p class="heed-lead">{say.message("front.lead", { day, followUps })}</p>
        <SearchForm asked={asked} />
        <ProgressFigures say={say} progress={progress} overdue={overdue} />
        <div class="govuk-grid-row">
          <section class="govuk-grid-column-one-half">
            <h2 class="govuk-heading-m">{say.message("front.late")}</h2>
            {overdue.total === 0 ? (
              <p class="govuk-body">{say.message("front.late.none", { day })}</p>
            ) : (
              <Bars
                caption={say.message("front.late")}
                head={[say.message("front.late"), say.message("front.owing.total")]}
                number={say.number}
                bars={ageingBuckets.map((age) => ({
                  label: say.message(`age.${age}`),
                  value: overdue.totalsByAge[age],
                }))}
              />
            )}
            <p class="govuk-body">
              <a class="govuk-link govuk-!-font-weight-bold" href={way(addresses.overdue())}>
                {say.message("front.late.all")}
              </a>
            </p>
            <p class="govuk-body">
              <a class="govuk-link govuk-!-font-weight-bold" href={way(addresses.comparison())}>
                {say.message("front.year")}
              </a>
            </p>
          </section>
          {owing.length > 0 && (
            <section class="govuk-grid-column-one-half">
              <h2 class="govuk-heading-m">{say.message("front.owing")}</h2>
              <OwingTable asked={asked} owing={owing} />
            </section>
          )}
        </div>
        <ChangedSince asked={asked} last={published.items[0]} />
        <section>
          <h2 class="govuk-heading-m">{say.message("front.apart")}</h2>
          <p class="govuk-body heed-text">{say.message("front.apart.text", { total: apart.total ?? 0 })}</p>
          {apart.items.length > 0 && (
            <ul class="govuk-list govuk-list--bullet">
              {apart.items.map((each) => (
                <li key={each.id}>
                  <RecommendationLink asked={asked} recommendation={each} report={each.report} />
                </li>
              ))}
            </ul>
          )}
          {(apart.total ?? 0) > apart.items.length && (
            <p class="govuk-body">
              <a class="govuk-link" href={way(addresses.recommendations(), { show: "divergent" })}>
                {say.message("front.apart.all")}
              </a>
            </p>
          )}
        </section>
      </>
    ),
  };
}
