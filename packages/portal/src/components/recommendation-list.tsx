import type { RecommendationSummary } from "@heed/core/read-models/recommendation-summary";
import type { Asked } from "../asked/asked.ts";
import { FoundWords } from "./found-words.tsx";
import { OrganizationLink } from "./organization-link.tsx";
import { RecommendationLink } from "./recommendation-link.tsx";
import { TimelinessTag } from "./timeliness-tag.tsx";

/** A list names this number of addressees of a recommendation. */
const mostAddressees = 5;

type Props = { asked: Asked; items: readonly RecommendationSummary[]; words?: string | undefined };

/** Recommendations, each with those to whom it is addressed and what both sides say; the words that were looked for are marked. */
export function RecommendationList({ asked, items, words }: Props) {
  const { say } = asked;
  return (
    <ol class="heed-list">
      {items.map((item) => (
        <li class="heed-row" key={item.id}>
          <h3 class="govuk-heading-s">
            <RecommendationLink asked={asked} recommendation={item} report={item.report} words={words} />
          </h3>
          <FoundWords say={say} of={item} />
          <ul class="heed-row__addressees">
            {item.followUps.slice(0, mostAddressees).map((followUp) => (
              <Addressee key={followUp.id} asked={asked} followUp={followUp} />
            ))}
            {item.followUps.length > mostAddressees && (
              <li class="heed-meta">
                {say.message("rec.otherAddressees", { count: item.followUps.length - mostAddressees })}
              </li>
            )}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function Addressee({ asked, followUp }: { asked: Asked; followUp: RecommendationSummary["followUps"][number] }) {
  const { say } = asked;
  const { responsible, position, reported, assessed, timeliness } = followUp;
  return (
    <li>
      <OrganizationLink asked={asked} organization={responsible} />{" "}
      {timeliness && <TimelinessTag say={say} timeliness={timeliness} />}
      {(position || reported || assessed) && (
        <ul class="heed-row__answers">
          {position && <li>{say.label("position", position)}</li>}
          {reported && (
            <li class="heed-voice--addressee">
              {say.message("answer.says")}
              {say.colon}
              {say.label("reportedLevel", reported)}
            </li>
          )}
          {assessed && (
            <li class="heed-voice--issuing-body">
              {say.message("answer.finds")}
              {say.colon}
              {say.label("assessedLevel", assessed)}
            </li>
          )}
        </ul>
      )}
    </li>
  );
}
