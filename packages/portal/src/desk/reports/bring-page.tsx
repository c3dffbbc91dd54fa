import { proposedInText } from "@heed/core/drafting/proposed/proposed-in-text";
import { Found } from "@heed/core/drafting/proposed/proposed-recommendation";
import type { ReportDetail } from "@heed/core/read-models/report-detail";
import type { Elsewhere, Page } from "../../asked/page.ts";
import { languageNameIn } from "../../language/language-name.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { foundUpload } from "../form/brought-files.ts";
import type { Fault } from "../form/faults.ts";
import { framed } from "../form/framed.tsx";
import { FileInput, Radios, TextArea } from "../form/inputs.tsx";
import { typedIn } from "../form/sent.ts";
import type { Values } from "../form/values.ts";
import { fieldIn } from "../register/filled.ts";
import { RegisterForm } from "../register/register-form.tsx";
import { shownFound } from "./found-page.tsx";
import { ownDraft, pathTo } from "./own-report.ts";
import { languagesOf } from "./report-languages.ts";

/** As the service takes it. */
const mostMegabytes = 10;

type From = "paste" | "file";

export const pastePage = bringPage("paste");
export const filePage = bringPage("file");

/** The page on which recommendations are brought as a text, or as a file. */
function bringPage(from: From) {
  return async (asked: DeskAsked, [id = ""]: readonly string[]): Promise<Page | undefined> => {
    const detail = await ownDraft(asked, id);
    return detail && shownForm(asked, detail, from, new URLSearchParams());
  };
}

/** What is found in the text is shown to be looked through. */
export async function submitPasted(
  asked: DeskAsked,
  [id = ""]: readonly string[],
  form: URLSearchParams,
): Promise<Page | Elsewhere | undefined> {
  const detail = await ownDraft(asked, id);
  if (detail === undefined) return undefined;
  const values = typedIn(form);
  const found = proposedInText(values.get("text") ?? "", languageIn(detail, values));
  return foundOr(asked, detail, "paste", values, found);
}

/** What was found in the file is shown to be looked through. */
export async function submitFile(
  asked: DeskAsked,
  [id = ""]: readonly string[],
  form: URLSearchParams,
): Promise<Page | Elsewhere | undefined> {
  const detail = await ownDraft(asked, id);
  if (detail === undefined) return undefined;
  const label = asked.say.message("file.field");
  const refused = form.get("found.fault");
  const text = form.get("found");
  if (refused !== null || text === null) {
    const key =
      refused === null ? "fault.missing" : refused === "fileTooLarge" ? "fault.found.large" : "fault.found.unreadable";
    return shownForm(asked, detail, "file", form, [{ name: foundUpload, text: asked.say.message(key, { label }) }]);
  }
  const found = Found.safeParse(parsed(text));
  return foundOr(asked, detail, "file", form, found.data ?? { items: [], others: 0 });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function foundOr(
  asked: DeskAsked,
  detail: ReportDetail,
  from: From,
  values: Values,
  found: Found,
): Promise<Page> | Page {
  const { say } = asked;
  if (found.items.length > 0) return shownFound(asked, detail, { found });
  const label = say.message(from === "paste" ? "paste.text" : "file.field");
  const name = from === "paste" ? "text" : foundUpload;
  return shownForm(asked, detail, from, values, [{ name, text: say.message("fault.found.none", { label }) }]);
}

function languageIn({ report }: ReportDetail, values: Values): string {
  const languages = languagesOf(report);
  return languages.find((each) => each === values.get("language")) ?? languages[0] ?? "en";
}

function shownForm(
  asked: DeskAsked,
  { report }: ReportDetail,
  from: From,
  values: Values,
  faults: readonly Fault[] = [],
): Page {
  const { say } = asked;
  const title = say.message(`${from}.title`);
  const address = from === "paste" ? deskAddresses.paste(report.id) : deskAddresses.fromFile(report.id);
  const languages = languagesOf(report);
  const shown = new URLSearchParams(values);
  if (!shown.has("language"))
    shown.set("language", languages.find((each) => each === say.language) ?? languages[0] ?? "");
  const filled = { say, values: shown, faults };
  return framed(asked, {
    title,
    faults,
    address,
    path: pathTo(asked, report),
    body: (
      <>
        {from === "file" && <p class="govuk-body">{say.message("file.columns")}</p>}
        <RegisterForm
          asked={asked}
          address={address}
          bringsFile={from === "file"}
          buttons={[{ does: "find", text: say.message("paste.find") }]}
        >
          <Radios
            {...fieldIn(filled, "language", say.message("found.language"))}
            choices={languages.map((value) => ({ value, text: languageNameIn(say.language, value) }))}
          />
          {from === "paste" ? (
            <TextArea {...fieldIn(filled, "text", say.message("paste.text"), "paste.hint")} rows={20} />
          ) : (
            <FileField {...fieldIn(filled, foundUpload, say.message("file.field"))} />
          )}
        </RegisterForm>
      </>
    ),
  });
}

function FileField({ value: _, ...around }: ReturnType<typeof fieldIn>) {
  const hint = around.say.message("file.hint", { most: mostMegabytes });
  return <FileInput {...around} hint={hint} accept=".docx,.xlsx,.csv,.txt" />;
}
