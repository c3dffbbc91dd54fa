import { type ObligationOnDay, type Recommendation, standing } from "@heed/core";
import type { OrganizationRef } from "@heed/core/read-models/organization-ref";
import type { Page } from "../../asked/page.ts";
import { Differences } from "../../components/differences.tsx";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { CarriedForm, doOrEdit } from "../form/carried-form.tsx";
import { framed } from "../form/framed.tsx";
import type { Values } from "../form/values.ts";
import type { Told } from "../register/filled.ts";
import { owedText } from "../register/follow-up-rows.tsx";
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

/** Until when an addressee owes the implementation, now and by a correction; absent where none is owed. */
type MovedDuty = {
  addressee: OrganizationRef;
  before: ObligationOnDay | undefined;
  after: ObligationOnDay | undefined;
};

/** What a corrected recommendation moves of what is owed by its own deadline, follow-up by follow-up. */
export async function movedDuties(
  { reads, reader, today }: DeskAsked,
  { detail: { followUps } }: OwnRecommendation,
  { implementationDue }: Pick<Recommendation, "implementationDue">,
): Promise<readonly MovedDuty[]> {
  const settings = await reads.settings();
  const details = await Promise.all(followUps.map(({ id }) => reads.followUp(reader, id, today)));
  return details.flatMap((each) => {
    if (each === undefined) return [];
    const { implementationDue: _, ...recommendation } = each.case.recommendation;
    const corrected = { ...recommendation, ...(implementationDue && { implementationDue }) };
    const [before, after] = [each.case, { ...each.case, recommendation: corrected }].map((of) =>
      standing(of, today, settings)?.owed.find(({ kind }) => kind === "implementation"),
    );
    const isSame = before?.due === after?.due && before?.timeliness === after?.timeliness;
    return isSame ? [] : [{ addressee: each.responsible, before, after }];
  });
}

type Foreseeing = {
  values: Values;
  changed: readonly Changed[];
  /** Absent where its own deadline stays. */
  moved?: readonly MovedDuty[] | undefined;
};

/** What the correction of a published recommendation would change for every reader, and the way to publish it, or back to the form. */
export function foreseenCorrectionPage(
  asked: DeskAsked,
  { detail: { recommendation, report } }: OwnRecommendation,
  { values, changed, moved }: Foreseeing,
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
        {moved && <MovedDuties asked={asked} moved={moved} />}
        <CarriedForm
          {...{ asked, address, values }}
          buttons={doOrEdit(asked, "correct", say.message("draftRec.correct"))}
        />
      </>
    ),
  });
}

function MovedDuties({ asked, moved }: { asked: DeskAsked; moved: readonly MovedDuty[] }) {
  const { say } = asked;
  if (moved.length === 0) return <p class="govuk-body">{say.message("draftRec.correct.moves.none")}</p>;
  const told = (owed: ObligationOnDay | undefined) =>
    owed === undefined ? say.message("owed.none") : owedText(asked, owed);
  return (
    <>
      <h2 class="govuk-heading-m">{say.message("draftRec.correct.moves")}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {moved.map(({ addressee, before, after }) => (
          <li key={addressee.id}>
            {say.message("draftRec.correct.moves.one", {
              name: say.text(addressee.name).text,
              ...{ before: told(before), after: told(after) },
            })}
          </li>
        ))}
      </ul>
    </>
  );
}
