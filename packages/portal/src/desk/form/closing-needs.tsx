import type { DeskAsked } from "../desk-asked.ts";
import type { Closing } from "./closings.ts";

/** What can be closed how, and what is missing, before anybody tries. */
export function ClosingNeeds({ asked: { say }, closings }: { asked: DeskAsked; closings: readonly Closing[] }) {
  return (
    <section class="govuk-inset-text" aria-labelledby="closings">
      <h2 class="govuk-heading-s" id="closings">
        {say.message("closing.title")}
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {closings.map(({ reason, missing }) => (
          <li key={reason}>
            <strong>{say.label("closureReason", reason)}</strong>
            {say.colon}
            {say.message(missing ?? "closing.possible")}
          </li>
        ))}
      </ul>
      <p class="govuk-body">{say.message("closing.reader")}</p>
    </section>
  );
}
