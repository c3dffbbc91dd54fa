import type { Day, FollowUpCase, Id } from "@heed/core";
import type { RecommendationDetail } from "@heed/core/read-models/recommendation-detail";
import type { LinkType } from "@heed/core/recommendation/link";
import { newerFollowUp, wouldClose } from "@heed/core/register/foresee-link";
import { Text } from "../../components/text.tsx";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";

/** A link that somebody is about to make. */
export type ForeseenLink = { from: RecommendationDetail; to: Id; type: LinkType };

/** A follow-up that a link would close. */
export type ClosedByLink = {
  id: Id;
  reference: string;
  addressee: RecommendationDetail["followUps"][number]["addressee"];
};

/** The follow-ups that links would close, each once. */
export async function closedByLinks(
  asked: DeskAsked,
  links: readonly ForeseenLink[],
  on: Day,
): Promise<readonly ClosedByLink[]> {
  const found = new Map<Id, ClosedByLink>();
  for (const link of links) for (const each of await closedByLink(asked, link, on)) found.set(each.id, each);
  return [...found.values()];
}

async function closedByLink(asked: DeskAsked, { from, to, type }: ForeseenLink, on: Day): Promise<ClosedByLink[]> {
  const { reads, reader, today, desk } = asked;
  const older = await reads.recommendation(reader, to, today);
  if (older === undefined) return [];
  const newer = (await casesOf(asked, from)).map((each) => newerFollowUp(each, on));
  const open = older.followUps.filter(({ lifecycle }) => lifecycle !== "closed");
  const closed = await Promise.all(
    open.map(async ({ id, addressee }) => {
      const detail = await reads.followUp(reader, id, today);
      const isClosed = detail !== undefined && wouldClose(detail.case, { type, on, newer }, desk.settings);
      return isClosed ? [{ id, reference: older.recommendation.reference, addressee }] : [];
    }),
  );
  return closed.flat();
}

async function casesOf(
  { reads, reader, today }: DeskAsked,
  { followUps }: RecommendationDetail,
): Promise<FollowUpCase[]> {
  const details = await Promise.all(followUps.map(({ id }) => reads.followUp(reader, id, today)));
  return details.flatMap((each) => each?.case ?? []);
}

/** Which follow-ups those are, as a form carries them to tell what its sender has read. */
export function readClosed(closed: readonly ClosedByLink[]): string {
  return closed
    .map(({ id }) => id)
    .sort()
    .join(" ");
}

/** What would close, told beside the button that lets it happen. */
export function ClosedList({ asked: { say, way }, closed }: { asked: DeskAsked; closed: readonly ClosedByLink[] }) {
  if (closed.length === 0) return null;
  return (
    <div class="govuk-inset-text">
      <p class="govuk-body">{say.message("links.closes", { count: closed.length })}</p>
      <ul class="govuk-list govuk-list--bullet">
        {closed.map(({ id, reference, addressee }) => (
          <li key={id}>
            <a class="govuk-link" href={way(deskAddresses.followUp(id))}>
              <bdi>{reference}</bdi>
              {say.colon}
              <Text of={say.text(addressee.name)} />
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
