import type { Page } from "../../asked/page.ts";
import { Differences } from "../../components/differences.tsx";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { CarriedForm, doOrEdit } from "../form/carried-form.tsx";
import { framed } from "../form/framed.tsx";
import type { Values } from "../form/values.ts";
import type { Told } from "../register/filled.ts";
import { type OwnRecommendation, pathTo } from "./own-report.ts";

/** A field of a correction that says something else than what is published. */
type Changed = { where: string; was: string; is: string };

/** What a form would change, field by field, in the order of the form. */
export function changedIn(fields: readonly Told[], published: Values, typed: Values): readonly Changed[] {
  return fields.flatMap(({ name, label }) => {
    if (!typed.has(name)) return [];
    const [was = "", is = ""] = [published, typed].map((values) =>
      (values.get(name) ?? "").replaceAll("\r\n", "\n").trim(),
    );
    return was === is ? [] : [{ where: label, was, is }];
  });
}

type Foreseeing = { values: Values; changed: readonly Changed[] };

/** What the correction of a published recommendation would change for every reader, and the way to publish it, or back to the form. */
export function foreseenCorrectionPage(
  asked: DeskAsked,
  { detail: { recommendation, report } }: OwnRecommendation,
  { values, changed }: Foreseeing,
): Page {
  const { say } = asked;
  const address = deskAddresses.recommendation(recommendation.id);
  return framed(asked, {
    title: say.message("preview.title", {
      act: say.message("draftRec.correct.one", { reference: recommendation.reference }),
    }),
    ...{ address, path: pathTo(asked, report) },
    body: (
      <>
        <p class="govuk-body">{say.message("draftRec.correct.text")}</p>
        <Differences
          label={say.message("draftRec.correct.changes")}
          heads={{
            where: say.message("draftRec.correct.field"),
            was: say.message("draftRec.correct.was"),
            is: say.message("draftRec.correct.becomes"),
          }}
          rows={changed}
        />
        <CarriedForm
          {...{ asked, address, values }}
          buttons={doOrEdit(asked, "correct", say.message("draftRec.correct"))}
        />
      </>
    ),
  });
}
