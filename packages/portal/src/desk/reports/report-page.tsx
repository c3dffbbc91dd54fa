import type { Id, Report } from "@heed/core";
import type { RecommendationDetail } from "@heed/core/read-models/recommendation-detail";
import { addresses } from "../../address/addresses.ts";
import type { Elsewhere, Page } from "../../asked/page.ts";
import { lastPage, pageAsked } from "../../asked/parameters.ts";
import { Facts } from "../../components/facts.tsx";
import { Pager } from "../../components/pager.tsx";
import { Text } from "../../components/text.tsx";
import { languageNameIn } from "../../language/language-name.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { type Fault, refusal } from "../form/faults.ts";
import { framed } from "../form/framed.tsx";
import { Checkbox } from "../form/inputs.tsx";
import { typedIn } from "../form/sent.ts";
import { doRegisterAct, versionIn } from "../register/do-register-act.ts";
import { fieldIn } from "../register/filled.ts";
import { RegisterForm } from "../register/register-form.tsx";
import { isSure, notSure } from "../register/sure.ts";
import { WayList } from "../way-list.tsx";
import { ownDraft, ownReport, pathTo } from "./own-report.ts";
import { Remarks } from "./remarks.tsx";

const pageSize = 25;

const told = ["draftReport", "changeReport", "addRecommendation", "removeRecommendation", "joined", "publish"] as const;

/** A report at the desk: its recommendations, with what to look at in each, and what can be done with it now. */
export async function reportPage(asked: DeskAsked, [id = ""]: readonly string[]): Promise<Page | undefined> {
  return shownReport(asked, id);
}

/** A draft is discarded. */
export async function submitReport(
  asked: DeskAsked,
  [id = ""]: readonly string[],
  form: URLSearchParams,
): Promise<Page | Elsewhere | undefined> {
  const values = typedIn(form);
  if (form.get("do") !== "discard") return undefined;
  if (!isSure(values) && (await ownDraft(asked, id)) !== undefined) return shownReport(asked, id, [notSure(asked.say)]);
  const taken = await doRegisterAct(asked, values, { act: "discard", thing: id, ...versionIn(values) });
  if ("done" in taken) return { elsewhere: asked.way(deskAddresses.reports()) };
  return shownReport(asked, id, [refusal(asked.say, taken.error)]);
}

/** `faults`: of what was done with it. */
export async function shownReport(asked: DeskAsked, id: Id, faults: readonly Fault[] = []): Promise<Page | undefined> {
  const { say, way, reads, reader, today, parameters } = asked;
  const detail = await ownReport(asked, id);
  if (detail === undefined) return undefined;
  const { report, version } = detail;
  const isDraft = report.status === "draft";
  const page = pageAsked(asked, pageSize);
  const { items, total = 0 } = await reads.recommendations(
    reader,
    { asOf: today, report: [id] },
    { limit: pageSize, skip: (page - 1) * pageSize, withTotal: true },
  );
  const shown = await Promise.all(items.map(async (each) => reads.recommendation(reader, each.id, today)));
  const done = told.find((each) => each === parameters.done?.[0]);
  const title = say.message("report.one", { reference: report.reference });
  return framed(asked, {
    title,
    faults,
    address: deskAddresses.report(id),
    kept: { page: page === 1 ? undefined : page },
    last: lastPage(total, pageSize),
    path: pathTo(asked),
    body: (
      <>
        {done && <p class="govuk-inset-text">{say.message(`report.done.${done}`)}</p>}
        <ReportFacts asked={asked} report={report} />
        <nav aria-labelledby="ways">
          <h2 class="govuk-heading-m" id="ways">
            {say.message("report.ways")}
          </h2>
          <WayList ways={waysTo(report).map(({ address, text }) => [way(address), say.message(text)])} />
        </nav>
        <h2 class="govuk-heading-m">
          {total === 0 ? say.message("report.empty") : say.message("list.count", { total })}
        </h2>
        <ol class="heed-list">
          {await Promise.all(shown.map((each) => each && recommendationRow(asked, each, isDraft)))}
        </ol>
        <Pager
          asked={asked}
          address={deskAddresses.report(id)}
          kept={{}}
          page={page}
          hasNext={page * pageSize < total}
        />
        {isDraft && (
          <details class="govuk-details" open={faults.length > 0}>
            <summary class="govuk-details__summary">{say.message("report.discard")}</summary>
            <div class="govuk-details__text">
              <p class="govuk-body">{say.message("report.discard.text")}</p>
              <RegisterForm
                asked={asked}
                address={deskAddresses.report(id)}
                version={version}
                buttons={[{ does: "discard", text: say.message("report.discard"), isSecondary: true }]}
              >
                <Checkbox
                  {...fieldIn(
                    { say, values: new URLSearchParams(), faults },
                    "sure",
                    say.message("report.discard.sure"),
                  )}
                />
              </RegisterForm>
            </div>
          </details>
        )}
      </>
    ),
  });
}

type Way = {
  address: string;
  text:
    | "report.sections"
    | "report.frozen"
    | "report.correct"
    | "report.add"
    | "report.paste"
    | "report.file"
    | "report.change"
    | "report.proofread"
    | "report.public";
};

function waysTo({ id, status, reference }: Report): Way[] {
  return status === "draft"
    ? [
        { address: deskAddresses.addRecommendation(id), text: "report.add" },
        { address: deskAddresses.paste(id), text: "report.paste" },
        { address: deskAddresses.fromFile(id), text: "report.file" },
        { address: deskAddresses.sections(id), text: "report.sections" },
        { address: deskAddresses.changeReport(id), text: "report.change" },
        { address: deskAddresses.proofreading(id), text: "report.proofread" },
      ]
    : [
        { address: addresses.report(reference), text: "report.public" },
        { address: deskAddresses.sections(id), text: "report.sections" },
        { address: deskAddresses.frozen(id), text: "report.frozen" },
        { address: deskAddresses.changeReport(id), text: "report.correct" },
      ];
}

function ReportFacts({ asked: { say }, report }: { asked: DeskAsked; report: Report }) {
  const { title, reportingYear, authenticLanguages, publishedOn, status } = report;
  return (
    <Facts
      facts={[
        ...(title
          ? [{ name: say.message("report.title"), value: <Text of={say.text(title, authenticLanguages)} /> }]
          : []),
        { name: say.message("report.year"), value: String(reportingYear) },
        ...(authenticLanguages.length > 0
          ? [
              {
                name: say.message("report.languages"),
                value: say.list(authenticLanguages.map((each) => languageNameIn(say.language, each))),
              },
            ]
          : []),
        {
          name: say.message("rec.published"),
          value: status === "draft" ? say.message("report.isDraft") : publishedOn ? say.day(publishedOn) : "",
        },
      ]}
    />
  );
}

async function recommendationRow(asked: DeskAsked, detail: RecommendationDetail, isDraft: boolean) {
  const { say, way, reads, reader, today } = asked;
  const { recommendation, report, followUps } = detail;
  const { id, reference, text, title, partOf } = recommendation;
  const words = text ?? title;
  const remarks = isDraft ? ((await reads.draftingRemarks(reader, id, today)) ?? []) : [];
  return (
    <li class="heed-row" key={id}>
      <h3 class="govuk-heading-s">
        <a class="govuk-link" href={way(deskAddresses.recommendation(id))}>
          <bdi>{reference}</bdi>
          <span class="govuk-visually-hidden">
            {say.colon}
            {say.message(isDraft ? "draftRec.change" : "draftRec.toCorrect")}
          </span>
        </a>{" "}
        {partOf !== undefined && <span class="heed-meta">{say.message("draftRec.isPart")}</span>}
      </h3>
      {words && (
        <p class="govuk-body">
          <Text of={say.text(words, report.authenticLanguages)} />
        </p>
      )}
      {followUps.length > 0 && (
        <p class="govuk-body heed-meta">
          {followUps.map(({ id: followUp, addressee, role }) => (
            <span class="heed-for" key={followUp}>
              <Text of={say.text(addressee.name)} />
              {role === "lead" ? "" : ` (${say.label("role", role)})`}
            </span>
          ))}
        </p>
      )}
      <Remarks asked={asked} remarks={remarks} />
    </li>
  );
}
