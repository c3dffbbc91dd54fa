import type { Day } from "@heed/core";
import { foreseePublication } from "@heed/core/register/foresee-publication";
import type { Elsewhere, Page } from "../../asked/page.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { dayFault } from "../form/day-field.ts";
import type { Fault } from "../form/faults.ts";
import { framed } from "../form/framed.tsx";
import { Checkbox, DayInput } from "../form/inputs.tsx";
import { typedIn } from "../form/sent.ts";
import type { Values } from "../form/values.ts";
import { doRegisterAct, versionIn } from "../register/do-register-act.ts";
import { faultsAt, fieldIn, type Told } from "../register/filled.ts";
import { RegisterForm } from "../register/register-form.tsx";
import { isSure, notSure } from "../register/sure.ts";
import { ClosedList, readClosed } from "./closed-by-link.tsx";
import { ForeseenList } from "./foreseen-list.tsx";
import { askedBeforeIn, closedAtPublication, LinkFields, makeLinks } from "./links-at-publication.tsx";
import { ownDraft, pathTo, recommendationsOf } from "./own-report.ts";
import { PrintedReport } from "./printed-report.tsx";
import { RemarksAtPublication, readRemarks } from "./remarks-at-publication.tsx";
import { languagesOf } from "./report-languages.ts";
import { shownReport } from "./report-page.tsx";

const days = ["publishedOn", "transmittedToGovernmentOn", "transmittedToParliamentOn", "transmittedToFieldOn"] as const;

/** A draft as it will be printed in each of its languages, what its publication begins, and the form that publishes it. */
export async function proofreadingPage(asked: DeskAsked, [id = ""]: readonly string[]): Promise<Page | undefined> {
  return shownProof(asked, id, new URLSearchParams({ publishedOn: asked.today }));
}

export async function submitProofreading(
  asked: DeskAsked,
  [id = ""]: readonly string[],
  form: URLSearchParams,
): Promise<Page | Elsewhere | undefined> {
  const { say, way } = asked;
  const values = typedIn(form);
  if (values.get("do") !== "publish") return shownProof(asked, id, values, faultyDays(asked, values));
  const faulty = [...faultyDays(asked, values), ...(isSure(values) ? [] : [notSure(say)])];
  if (faulty.length > 0) return shownProof(asked, id, values, faulty);
  if (await closesUnread(asked, id, values))
    return shownProof(asked, id, values, [{ name: "sure", text: say.message("proof.closes.unread") }]);
  const act = { act: "publish", thing: id, input: publicationIn(values), ...versionIn(values) } as const;
  const taken = await doRegisterAct(asked, values, act);
  if ("error" in taken) {
    const faults = faultsAt({ say, values }, places(asked), taken.error);
    return shownProof(asked, id, values, faults);
  }
  const unlinked = await makeLinks(asked, values);
  if (unlinked.length > 0) return shownReport(asked, id, unlinked);
  return { elsewhere: way(deskAddresses.report(id), { done: "publish" }) };
}

/** Whether the links of the form would close what its sender was not told of. */
async function closesUnread(asked: DeskAsked, id: string, values: Values): Promise<boolean> {
  if ((await ownDraft(asked, id)) === undefined) return false;
  const { publishedOn = asked.today } = publicationIn(values);
  const closes = await closedAtPublication(asked, values, publishedOn);
  return readClosed(closes) !== (values.get("closes") ?? "");
}

function publicationIn(values: Values): Record<string, string> {
  return Object.fromEntries(
    days.flatMap((name) => {
      const day = (values.get(name) ?? "").trim();
      return day === "" ? [] : [[name, day]];
    }),
  );
}

function labelOf({ say }: DeskAsked, name: (typeof days)[number]): string {
  return say.message(`report.${name}`);
}

function places(asked: DeskAsked): Told[] {
  const rule = "fault.rule.publishedDay";
  return [
    ...days.map((name) => ({ name, label: labelOf(asked, name), rule }) as const),
    // A report evaluates no year after its publication.
    { name: "reportingYear", at: "publishedOn", label: labelOf(asked, "publishedOn"), rule },
  ];
}

/** What is no day is told before anything is worked out with it. */
function faultyDays(asked: DeskAsked, values: Values): Fault[] {
  return days.flatMap((name) => {
    const day = publicationIn(values)[name];
    const told = day === undefined ? undefined : dayFault(day);
    return told === undefined ? [] : [{ name, text: asked.say.message(told, { label: labelOf(asked, name) }) }];
  });
}

async function shownProof(
  asked: DeskAsked,
  id: string,
  values: Values,
  faults: readonly Fault[] = [],
): Promise<Page | undefined> {
  const { say, desk, today } = asked;
  const detail = await ownDraft(asked, id);
  if (detail === undefined) return undefined;
  const { report, version } = detail;
  const recommendations = await recommendationsOf(asked, id);
  const given = faults.some(({ name }) => days.some((day) => day === name)) ? {} : publicationIn(values);
  const publication: { publishedOn: Day } = { publishedOn: today, ...given };
  const foreseen = foreseePublication(
    {
      report,
      recommendations: recommendations.map(({ followUps }) => ({
        followUps: followUps.map(({ addressee, role }) => ({ addressee: addressee.id, role })),
      })),
    },
    publication,
    desk.settings,
  );
  const remarks = await readRemarks(asked, recommendations, publication.publishedOn);
  const askedBefore = askedBeforeIn(recommendations, remarks, publication.publishedOn);
  const closes = await closedAtPublication(asked, values, publication.publishedOn);
  const title = say.message("proof.title", { reference: report.reference });
  const address = deskAddresses.proofreading(id);
  const filled = { say, values, faults };
  return framed(asked, {
    title,
    faults,
    address,
    path: pathTo(asked, report),
    body: (
      <>
        {languagesOf(report).map((language) => (
          <PrintedReport key={language} {...{ asked, report, recommendations, language }} due={foreseen.responseDue} />
        ))}
        <section class="heed-block" aria-labelledby="publish">
          <h2 class="govuk-heading-m" id="publish">
            {say.message("proof.publish")}
          </h2>
          <RegisterForm
            asked={asked}
            address={address}
            version={version}
            buttons={[
              { does: "foresee", text: say.message("proof.foresee"), isSecondary: true },
              { does: "publish", text: say.message("proof.publish") },
            ]}
          >
            {days.map((name) => {
              const field = fieldIn(filled, name, labelOf(asked, name));
              const label =
                name === "publishedOn" ? field.label : say.message("field.optional", { label: field.label });
              return <DayInput key={name} {...field} label={label} />;
            })}
            <LinkFields asked={asked} askedBefore={askedBefore} values={values} />
            <RemarksAtPublication {...{ asked, recommendations, remarks }} />
            <ForeseenList
              asked={asked}
              foreseen={foreseen}
              recommendations={recommendations}
              on={publication.publishedOn}
            />
            {closes.length > 0 && <input type="hidden" name="closes" value={readClosed(closes)} />}
            <ClosedList asked={asked} closed={closes} />
            <Checkbox {...fieldIn(filled, "sure", say.message("proof.sure"))} />
          </RegisterForm>
        </section>
      </>
    ),
  });
}
