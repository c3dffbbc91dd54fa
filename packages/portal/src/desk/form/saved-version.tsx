import type { ActDraft } from "@heed/core/drafts/act-draft";
import { Facts } from "../../components/facts.tsx";
import { shown } from "../../language/say.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { fieldsOf } from "./act-fields.ts";
import { offeredFor } from "./offered.ts";
import type { FormPlace } from "./sent.ts";
import { propertyIn, valuesOf } from "./values.ts";

type Props = { asked: DeskAsked; place: FormPlace; draft: ActDraft };

/** What a colleague saved while somebody typed: nothing of either is lost. */
export function SavedVersion({ asked, place, draft }: Props) {
  const { say } = asked;
  return (
    <section class="govuk-inset-text" aria-labelledby="other-version">
      <h2 class="govuk-heading-m" id="other-version">
        {say.message("draft.other")}
      </h2>
      <p class="govuk-body">{say.message("draft.other.text", { day: say.day(draft.changedAt.slice(0, 10)) })}</p>
      <Facts facts={savedFacts(asked, place, draft)} />
    </section>
  );
}

/** What a draft says, field by field. */
export function savedFacts({ say }: DeskAsked, { act, detail }: FormPlace, draft: ActDraft) {
  const values = valuesOf(act, draft.input, say.language);
  return fieldsOf(act).flatMap((field) => {
    const texts = [...values].filter(([name]) => name === field.name || name.startsWith(`${field.name}.`));
    const { kind } = propertyIn(act, field);
    const offered = field.offered ? offeredFor(say, detail, field.offered) : [];
    const told = (text: string) =>
      kind === "choice" && field.list
        ? say.label(field.list, text)
        : shown(offered.find(({ value }) => value === text)?.text ?? text);
    return texts.length === 0
      ? []
      : [
          {
            name: say.message(field.label),
            value: <span class="heed-typed">{texts.map(([, text]) => told(text)).join("\n")}</span>,
          },
        ];
  });
}
