import type { Reason } from "@heed/core";
import { addresses } from "../address/addresses.ts";
import type { Asked } from "../asked/asked.ts";

type Props = { asked: Pick<Asked, "say" | "way">; reasons: readonly Reason[] };

/** Each reason as a sentence, with the way to its rule. */
export function ReasonList({ asked: { say, way }, reasons }: Props) {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {reasons.map((reason) => (
        <li key={JSON.stringify(reason)}>
          {say.reason(reason)}{" "}
          <a class="govuk-link" href={`${way(addresses.rules())}#${reason.rule}`}>
            {reason.rule}
          </a>
        </li>
      ))}
    </ul>
  );
}

export function Reasons({ asked, reasons, summary, isOpen = false }: Props & { summary: string; isOpen?: boolean }) {
  return (
    <details class="govuk-details" open={isOpen}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text">
        <ReasonList asked={asked} reasons={reasons} />
      </div>
    </details>
  );
}
