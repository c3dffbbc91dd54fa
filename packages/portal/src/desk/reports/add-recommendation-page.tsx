import type { Id } from "@heed/core";
import type { ReportDetail } from "@heed/core/read-models/report-detail";
import type { Elsewhere, Page } from "../../asked/page.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import type { Fault } from "../form/faults.ts";
import { framed } from "../form/framed.tsx";
import { typedIn } from "../form/sent.ts";
import type { Values } from "../form/values.ts";
import { doRegisterAct } from "../register/do-register-act.ts";
import { faultsAt } from "../register/filled.ts";
import { keepStep, RegisterForm } from "../register/register-form.tsx";
import { draftOver } from "./draft-over.tsx";
import { ownDraft, ownReport, pathTo } from "./own-report.ts";
import { PartFields, partIn, partPlaces, wholesIn } from "./part-fields.tsx";
import { RecommendationFields, recommendationInput, recommendationPlaces } from "./recommendation-form.tsx";
import { languagesOf } from "./report-languages.ts";

/** The form of a recommendation of a draft. */
export async function addRecommendationPage(asked: DeskAsked, [id = ""]: readonly string[]): Promise<Page | undefined> {
  const detail = await ownDraft(asked, id);
  return detail && shownAddition(asked, detail, new URLSearchParams());
}

export async function submitRecommendation(
  asked: DeskAsked,
  [id = ""]: readonly string[],
  form: URLSearchParams,
): Promise<Page | Elsewhere | undefined> {
  const { say, way } = asked;
  const detail = await ownReport(asked, id);
  const values = typedIn(form);
  if (detail === undefined) return lateRecommendation(asked, id, values);
  const languages = languagesOf(detail.report);
  const { input: own, faults } = await recommendationInput(asked, values, languages);
  const isDraft = detail.report.status === "draft";
  if (faults.length > 0)
    return isDraft ? shownAddition(asked, detail, values, faults) : lateRecommendation(asked, id, values);
  const input = { ...own, ...partIn(values) };
  const taken = await doRegisterAct(asked, values, { act: "addRecommendation", thing: id, input });
  // Of what was published meanwhile, a form that comes twice still leads to what it added.
  if ("error" in taken && !isDraft) return lateRecommendation(asked, id, values);
  if ("error" in taken)
    return shownAddition(
      asked,
      detail,
      values,
      faultsAt({ say, values }, [...partPlaces(say), ...recommendationPlaces(say, languages)], taken.error),
    );
  if (values.get("do") === keepStep) return { elsewhere: way(deskAddresses.recommendation(taken.done.id)) };
  return {
    elsewhere:
      values.get("do") === "another"
        ? way(deskAddresses.addRecommendation(id), { done: "addRecommendation" })
        : way(deskAddresses.recommendation(taken.done.id), { done: "addRecommendation" }),
  };
}

/** What was typed for a draft that was published or discarded meanwhile. */
export async function lateRecommendation(asked: DeskAsked, report: Id, values: Values): Promise<Page | undefined> {
  // The script that keeps it while it is typed shows no page: the form stands there still.
  if (values.get("do") === keepStep) return undefined;
  const { say } = asked;
  return draftOver(asked, report, {
    ...{ title: say.message("report.add"), address: deskAddresses.addRecommendation(report), values },
    fields: (languages) => <RecommendationFields filled={{ say, values, faults: [] }} languages={languages} />,
  });
}

/** The form of a recommendation that is added, with what was typed. */
export async function shownAddition(
  asked: DeskAsked,
  { report }: ReportDetail,
  values: Values,
  faults: readonly Fault[] = [],
): Promise<Page> {
  const { say, parameters } = asked;
  const wholes = await wholesIn(asked, report.id);
  const title = say.message("report.add");
  const address = deskAddresses.addRecommendation(report.id);
  return framed(asked, {
    title,
    faults,
    saves: true,
    address,
    path: pathTo(asked, report),
    body: (
      <>
        {parameters.done && faults.length === 0 && (
          <p class="govuk-inset-text">{say.message("report.done.addRecommendation")}</p>
        )}
        <RegisterForm
          asked={asked}
          address={address}
          saves={true}
          buttons={[
            { does: "add", text: say.message("draftRec.add") },
            { does: "another", text: say.message("draftRec.addAnother"), isSecondary: true },
          ]}
        >
          <RecommendationFields filled={{ say, values, faults }} languages={languagesOf(report)} />
          <PartFields filled={{ say, values, faults }} wholes={wholes} />
        </RegisterForm>
      </>
    ),
  });
}
