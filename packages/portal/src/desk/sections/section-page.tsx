import type { Id } from "@heed/core";
import type { ReportDetail } from "@heed/core/read-models/report-detail";
import type { SectionDetail } from "@heed/core/read-models/section-detail";
import type { Elsewhere, Page } from "../../asked/page.ts";
import { RestsOnItView } from "../../components/rests-on-it.tsx";
import { shown } from "../../language/say.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import type { Fault } from "../form/faults.ts";
import { framed } from "../form/framed.tsx";
import { TextInput } from "../form/inputs.tsx";
import { typedIn } from "../form/sent.ts";
import type { Values } from "../form/values.ts";
import { doRegisterAct, versionIn } from "../register/do-register-act.ts";
import { faultsAt, fieldIn, savedMeanwhile } from "../register/filled.ts";
import { RegisterForm } from "../register/register-form.tsx";
import { draftOver } from "../reports/draft-over.tsx";
import { ownReport, pathTo } from "../reports/own-report.ts";
import { languagesIn, ownSection, sectionsIn } from "./own-section.ts";
import { SectionFields, sectionChanges, sectionInput, sectionPlaces, sectionValues } from "./section-form.tsx";

/** The form of a new section of a report. */
export async function newSectionPage(asked: DeskAsked, [report = ""]: readonly string[]): Promise<Page | undefined> {
  const of = await ownReport(asked, report);
  const [authenticLanguage = ""] = of ? languagesIn(of) : [];
  return of && shownForm(asked, { of, values: new URLSearchParams({ state: "draft", authenticLanguage }) });
}

export async function submitNewSection(
  asked: DeskAsked,
  [report = ""]: readonly string[],
  form: URLSearchParams,
): Promise<Page | Elsewhere | undefined> {
  const of = await ownReport(asked, report);
  const values = typedIn(form);
  if (of === undefined) return lateSection(asked, report, values);
  const languages = languagesIn(of);
  const input = sectionInput(values, languages);
  const taken = await doRegisterAct(asked, values, { act: "addSection", thing: report, input });
  if ("done" in taken) return { elsewhere: asked.way(deskAddresses.sections(report)) };
  return shownForm(asked, {
    ...{ of, values },
    faults: faultsAt({ say: asked.say, values }, sectionPlaces(asked.say, languages), taken.error),
  });
}

/** The form of a section as it is. */
export async function sectionPage(asked: DeskAsked, [id = ""]: readonly string[]): Promise<Page | undefined> {
  const own = await ownSection(asked, id);
  return own && shownForm(asked, { ...own, values: sectionValues(own.detail.section) });
}

export async function submitSection(
  asked: DeskAsked,
  [id = ""]: readonly string[],
  form: URLSearchParams,
): Promise<Page | Elsewhere | undefined> {
  const own = await ownSection(asked, id);
  const values = typedIn(form);
  if (own === undefined) return lateSection(asked, "", values);
  const { section } = own.detail;
  const languages = languagesIn(own.of, section);
  const on = { thing: id, ...versionIn(values) };
  const taken = await doRegisterAct(
    asked,
    values,
    form.get("do") === "withdrawSection"
      ? { act: "withdrawSection", ...on, input: { reason: values.get("reason") ?? "" } }
      : { act: "correctSection", ...on, input: sectionChanges(section, values, languages) },
  );
  if ("done" in taken) return { elsewhere: asked.way(deskAddresses.sections(section.report)) };
  const now = (await ownSection(asked, id)) ?? own;
  return shownForm(asked, {
    ...{ ...now, values },
    ...savedMeanwhile(taken.error, sectionValues(now.detail.section)),
    faults: faultsAt({ say: asked.say, values }, sectionPlaces(asked.say, languages), taken.error),
  });
}

/** What was typed for a report that was discarded meanwhile. */
function lateSection(asked: DeskAsked, report: Id, values: Values): Promise<Page | undefined> {
  const { say } = asked;
  return draftOver(asked, report, {
    ...{ title: say.message("section.new"), address: deskAddresses.newSection(report), values },
    fields: (languages) => <SectionFields filled={{ say, values, faults: [] }} languages={languages} parents={[]} />,
  });
}

type Shown = {
  of: ReportDetail;
  values: Values;
  faults?: readonly Fault[];
  saved?: Values | undefined;
  detail?: SectionDetail;
};

async function shownForm(asked: DeskAsked, { of, values, faults = [], saved, detail }: Shown): Promise<Page> {
  const { say } = asked;
  const { report } = of;
  const section = detail?.section;
  const restsOnIt = section && (await asked.reads.restsOnIt(asked.reader, { section: section.id }, asked.today));
  const others = (await sectionsIn(asked, report.id)).filter(
    ({ id, withdrawn }) => id !== section?.id && withdrawn === undefined,
  );
  const address = section === undefined ? deskAddresses.newSection(report.id) : deskAddresses.section(section.id);
  const filled = { say, values, faults, saved };
  const fields = (
    <SectionFields
      filled={filled}
      languages={languagesIn(of, section)}
      parents={others.map((each) => ({ value: each.id, text: shown(each.reference) }))}
      {...(section && { stale: section.stale })}
    />
  );
  return framed(asked, {
    ...{ faults, address },
    title:
      section === undefined ? say.message("section.new") : say.text(section.title, [section.authenticLanguage]).text,
    path: [
      ...pathTo(asked, report),
      { title: say.message("section.list"), address: deskAddresses.sections(report.id) },
    ],
    body: section?.withdrawn ? (
      <>
        <p class="govuk-inset-text">
          {say.message("collected.withdrawn", { day: say.day(section.withdrawn.on) })}{" "}
          <bdi>{shown(section.withdrawn.reason)}</bdi>
        </p>
        {faults.length > 0 && <div class="heed-form">{fields}</div>}
      </>
    ) : (
      <>
        <RegisterForm
          asked={asked}
          address={address}
          version={detail?.version}
          buttons={[
            { does: section === undefined ? "addSection" : "correctSection", text: say.message("section.keep") },
          ]}
        >
          {fields}
        </RegisterForm>
        {restsOnIt && <RestsOnItView asked={asked} restsOnIt={restsOnIt} />}
        {section && (
          <>
            <h2 class="govuk-heading-m">{say.message("section.withdraw")}</h2>
            <RegisterForm
              asked={asked}
              address={address}
              version={detail?.version}
              buttons={[{ does: "withdrawSection", text: say.message("section.withdraw"), isSecondary: true }]}
            >
              <TextInput {...fieldIn(filled, "reason", say.message("section.reason"))} />
            </RegisterForm>
          </>
        )}
      </>
    ),
  });
}
