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
import { ownDraft, ownReport, pathTo } from "./own-report.ts";
import { PartFields, partIn, partPlaces, wholesIn } from "./part-fields.tsx";
import { RecommendationFields, recommendationInput, recommendationPlaces } from "./recommendation-form.tsx";
import { languagesOf } from "./report-languages.ts";

/** The form of a recommendation of a draft. */
export async function addRecommendationPage(asked: DeskAsked, [id = ""]: readonly string[]): Promise<Page | undefined> {
  const detail = await ownDraft(asked, id);
  return detail && shownForm(asked, detail, new URLSearchParams());
}

export async function submitRecommendation(
  asked: DeskAsked,
  [id = ""]: readonly string[],
  form: URLSearchParams,
): Promise<Page | Elsewhere | undefined> {
  const { say, way } = asked;
  const detail = await ownReport(asked, id);
  if (detail === undefined) return undefined;
  const languages = languagesOf(detail.report);
  const values = typedIn(form);
  const { input: own, faults } = await recommendationInput(asked, values, languages);
  if (faults.length > 0) return detail.report.status === "draft" ? shownForm(asked, detail, values, faults) : undefined;
  const input = { ...own, ...partIn(values) };
  const taken = await doRegisterAct(asked, values, { act: "addRecommendation", thing: id, input });
  // Of what was published meanwhile, a form that comes twice still leads to what it added.
  if ("error" in taken && detail.report.status !== "draft") return undefined;
  if ("error" in taken)
    return shownForm(
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

async function shownForm(
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
