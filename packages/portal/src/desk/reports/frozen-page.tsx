import { languagesToFreeze } from "@heed/core/register/freeze-report";
import { isFrozen } from "@heed/core/report-document/report-errata";
import type { Elsewhere, Page } from "../../asked/page.ts";
import { reportErrata } from "../../components/report-errata.tsx";
import { languageNameIn } from "../../language/language-name.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import type { Fault } from "../form/faults.ts";
import { framed } from "../form/framed.tsx";
import { Checkbox, TextArea } from "../form/inputs.tsx";
import { typedIn } from "../form/sent.ts";
import type { Values } from "../form/values.ts";
import { doRegisterAct, versionIn } from "../register/do-register-act.ts";
import { faultsAt, fieldIn } from "../register/filled.ts";
import { RegisterForm } from "../register/register-form.tsx";
import { isSure, notSure } from "../register/sure.ts";
import { ownReport, pathTo } from "./own-report.ts";

/** Freezes what a published report says; afterwards its documents, what differs from them, and a form for an erratum. */
export function frozenPage(asked: DeskAsked, [id = ""]: readonly string[]): Promise<Page | undefined> {
  return shownFrozen(asked, id, new URLSearchParams());
}

export async function submitFrozen(
  asked: DeskAsked,
  [id = ""]: readonly string[],
  form: URLSearchParams,
): Promise<Page | Elsewhere | undefined> {
  const values = typedIn(form);
  const of = await ownReport(asked, id);
  if (of === undefined) return undefined;
  // A form that froze it comes twice without harm: it leads to the same.
  if (form.get("do") === "freezeReport" && !isFrozen(of.report) && !isSure(values))
    return shownFrozen(asked, id, values, [notSure(asked.say)]);
  const on = { thing: id, ...versionIn(values) };
  const taken = await doRegisterAct(
    asked,
    values,
    form.get("do") === "freezeReport"
      ? { act: "freezeReport", ...on, input: {} }
      : { act: "addReportErratum", ...on, input: { text: values.get("text") ?? "" } },
  );
  if ("done" in taken) return { elsewhere: asked.way(deskAddresses.frozen(id)) };
  const { say } = asked;
  const fields = [{ name: "text", label: say.message("frozen.wrong"), isLong: true as const }];
  return shownFrozen(asked, id, values, faultsAt({ say, values }, fields, taken.error));
}

async function shownFrozen(
  asked: DeskAsked,
  id: string,
  values: Values,
  faults: readonly Fault[] = [],
): Promise<Page | undefined> {
  const { say } = asked;
  const of = await ownReport(asked, id);
  if (of === undefined || of.report.status === "draft") return undefined;
  const { report, version } = of;
  const address = deskAddresses.frozen(id);
  const languages = languagesToFreeze(report, {});
  const named = languages.map((each) => languageNameIn(say.language, each));
  const document = (lang: string) =>
    asked.data(`/reports/${encodeURIComponent(report.id)}/document`, { lang, format: "pdf" });
  return framed(asked, {
    ...{ faults, address, title: say.message("frozen.title"), path: pathTo(asked, report) },
    body: isFrozen(report) ? (
      <>
        {await reportErrata(asked, report)}
        <RegisterForm
          {...{ asked, address, version }}
          buttons={[{ does: "addReportErratum", text: say.message("frozen.tell") }]}
        >
          <TextArea {...fieldIn({ say, values, faults }, "text", say.message("frozen.wrong"))} />
        </RegisterForm>
      </>
    ) : (
      <>
        <p class="govuk-body">{say.message("frozen.text")}</p>
        <p class="govuk-body">{say.message("frozen.languages", { languages: say.list(named) })}</p>
        <p class="govuk-body">{say.message("frozen.look")}</p>
        <ul class="govuk-list heed-downloads">
          {languages.map((lang, place) => (
            <li key={lang}>
              <a class="govuk-link" href={document(lang)} rel="nofollow">
                {named[place]}, {say.message("document.pdf")}
              </a>
            </li>
          ))}
        </ul>
        <p class="govuk-body">{say.message("frozen.once")}</p>
        <RegisterForm
          {...{ asked, address, version }}
          buttons={[{ does: "freezeReport", text: say.message("frozen.make") }]}
        >
          <Checkbox {...fieldIn({ say, values, faults }, "sure", say.message("frozen.sure"))} />
        </RegisterForm>
      </>
    ),
  });
}
