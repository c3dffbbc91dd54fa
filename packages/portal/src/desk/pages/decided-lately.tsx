import type { Day, Entry } from "@heed/core";
import { withAmendedBy } from "@heed/core/follow-up/entries/amended-by";
import type { FollowUpDetail } from "@heed/core/read-models/follow-up-detail";
import { beginningOf, titleOrBeginning } from "@heed/core/recommendation/beginning";
import { addDays } from "@heed/core/time/day";
import { addresses } from "../../address/addresses.ts";
import { Text } from "../../components/text.tsx";
import { entryFacts, entryText } from "../../language/entry-facts.ts";
import { shown } from "../../language/say.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { followUpsNamed } from "../follow-ups-named.ts";
import type { OwnDuties } from "../own-duties.ts";

/** A decision is news for so many days. */
const newsDays = 90;

/** So many are listed; the rest is among all that changed. */
const mostRows = 5;

type Decided = { day: Day; what: string; facts: readonly string[]; why?: string | undefined; detail: FollowUpDetail };

/** What was decided of late on the follow-ups of a ministry: a later date granted or refused, a finding, a closure. Nothing where nothing was. */
export async function decidedLately(asked: DeskAsked, { organizations }: Pick<OwnDuties, "organizations">) {
  const { say, way, today } = asked;
  const from = addDays(today, -newsDays);
  const rows = [...(await byEntries(asked, organizations, from)), ...(await byLinks(asked, organizations, from))];
  if (rows.length === 0) return null;
  rows.sort((one, other) => (one.day > other.day ? -1 : one.day < other.day ? 1 : 0));
  return (
    <section aria-labelledby="decided">
      <h2 class="govuk-heading-m" id="decided">
        {say.message("desk.decided")}
      </h2>
      <ol class="heed-list">
        {rows.slice(0, mostRows).map((row) => (
          <Row key={`${row.day} ${row.what} ${row.detail.case.followUp.id}`} asked={asked} row={row} />
        ))}
      </ol>
      <p class="govuk-body">
        <a class="govuk-link" href={way(addresses.changes(), { responsible: organizations, from })}>
          {say.message("desk.decided.all", { day: say.day(from) })}
        </a>
      </p>
    </section>
  );
}

function Row({ asked: { say, way }, row }: { asked: DeskAsked; row: Decided }) {
  const { day, what, facts, why, detail } = row;
  const { recommendation, report, case: followUpCase } = detail;
  const { text } = recommendation;
  const title = titleOrBeginning({ title: recommendation.title, beginning: text && beginningOf(text) });
  return (
    <li class="heed-item">
      <div class="heed-item__days">
        <time dateTime={day}>{say.day(day)}</time>
      </div>
      <div class="heed-item__what">
        <p>
          <span class="heed-tag">{what}</span>{" "}
          <a class="govuk-link" href={way(deskAddresses.followUp(followUpCase.followUp.id))}>
            <bdi>{shown(recommendation.reference)}</bdi>
            {title && (
              <>
                {" "}
                <Text of={say.text(title, report.authenticLanguages)} />
              </>
            )}
          </a>
        </p>
        <p class="govuk-body">{facts.join(" · ")}</p>
        {why && (
          <blockquote class="heed-said" dir="auto">
            {shown(why)}
          </blockquote>
        )}
      </div>
    </li>
  );
}

/** By entries that stand, of follow-ups that the visitor may read. */
async function byEntries(asked: DeskAsked, organizations: OwnDuties["organizations"], from: Day): Promise<Decided[]> {
  const { reads, say, today } = asked;
  const named = await reads.decisions(organizations, { from, to: today, limit: 4 * mostRows });
  const details = await followUpsNamed(
    asked,
    named.map(({ followUp }) => followUp),
  );
  return named.flatMap(({ followUp, entry: id }) => {
    const detail = details.get(followUp);
    const entry = detail && withAmendedBy(detail.case.entries).find((each) => each.id === id);
    if (detail === undefined || entry === undefined) return [];
    if (entry.correctedBy !== undefined || entry.retractedBy !== undefined) return [];
    const what = say.label("entryType", entry.type);
    return [{ day: dayOf(entry), what, facts: entryFacts(say, entry), why: entryText(entry), detail }];
  });
}

/** A newer recommendation closes an older one by a link, of which there is no entry. */
async function byLinks(asked: DeskAsked, organizations: OwnDuties["organizations"], from: Day): Promise<Decided[]> {
  const { reads, reader, say, today } = asked;
  const filter = { from, to: today, responsible: organizations, kind: ["closed"] as const };
  const { items } = await reads.changes(reader, filter, { limit: 4 * mostRows });
  const linked = items.filter(({ link }) => link !== undefined).slice(0, mostRows);
  const details = await followUpsNamed(
    asked,
    linked.map(({ followUp }) => followUp),
  );
  return linked.flatMap(({ followUp, day, closureReason }) => {
    const detail = details.get(followUp);
    if (detail === undefined) return [];
    const facts = closureReason === undefined ? [] : [say.label("closureReason", closureReason)];
    return [{ day, what: say.label("entryType", "closure"), facts, detail }];
  });
}

function dayOf({ givenOn, knownBy, recordedAt }: Entry): Day {
  return givenOn ?? knownBy ?? recordedAt.slice(0, 10);
}
