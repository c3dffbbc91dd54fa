import { addresses } from "../address/addresses.ts";
import type { Query } from "../address/query.ts";
import type { Asked } from "../asked/asked.ts";

/** The way to the briefing of a chosen set. */
export function BriefingLink({ asked: { say, way }, chosen }: { asked: Pick<Asked, "say" | "way">; chosen: Query }) {
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={way(addresses.briefing(), chosen)}>
        {say.message("briefing.link")}
      </a>
    </p>
  );
}
