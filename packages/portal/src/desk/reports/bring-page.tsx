import type { Id } from "@heed/core";
import { proposedInText } from "@heed/core/drafting/proposed/proposed-in-text";
import { Found, mostProposed } from "@heed/core/drafting/proposed/proposed-recommendation";
import type { ReportDetail } from "@heed/core/read-models/report-detail";
import { detailIn } from "@heed/core/wording/details/detail-in";
import type { Elsewhere, Page } from "../../asked/page.ts";
import { languageNameIn } from "../../language/language-name.ts";
import type { MessageKey } from "../../language/message.ts";
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
import { draftOver } from "./draft-over.tsx";
import { shownFound } from "./found-page.tsx";
import { ownDraft, pathTo } from "./own-report.ts";
import { languagesOf } from "./report-languages.ts";

/** As the service takes it. */
const mostMegabytes = 10;

/** The longest text that is pasted, in characters: some two hundred pages. */
const mostPasted = 1_000_000;

/** What is told of a file that was refused; of any other refusal that it cannot be read. */
const refusals: Readonly<Record<string, MessageKey>> = {
  fileTooLarge: "fault.found.large",
  tooMany: "fault.found.many",
};

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
  const values = typedIn(form);
  if (detail === undefined) return lateText(asked, id, "paste", values);
  const text = values.get("text") ?? "";
  const label = asked.say.message("paste.text");
  const faults = languageFaults(asked, detail, values);
  if (text.length > mostPasted)
    faults.push({ name: "text", text: asked.say.message("fault.long", { label, most: mostPasted }) });
  if (faults.length > 0) return shownForm(asked, detail, "paste", values, faults);
  return foundOr(asked, detail, "paste", values, proposedInText(text, values.get("language") ?? ""));
}

/** What was brought for a draft that was published or discarded meanwhile: a text stays, a file is still where it was. */
function lateText(asked: DeskAsked, report: Id, from: From, values: Values): Promise<Page | undefined> {
  const { say } = asked;
  const filled = { say, values, faults: [] };
  return draftOver(asked, report, {
    ...{ title: say.message(`${from}.title`), address: addressOf(report, from), values },
    fields: () =>
      from === "paste" ? <TextArea {...fieldIn(filled, "text", say.message("paste.text"))} rows={20} /> : null,
  });
}

function addressOf(report: Id, from: From): string {
  return from === "paste" ? deskAddresses.paste(report) : deskAddresses.fromFile(report);
}

/** What was found in the file is shown to be looked through. */
export async function submitFile(
  asked: DeskAsked,
  [id = ""]: readonly string[],
  form: URLSearchParams,
): Promise<Page | Elsewhere | undefined> {
  const detail = await ownDraft(asked, id);
  if (detail === undefined) return lateText(asked, id, "file", form);
  const label = asked.say.message("file.field");
  const refused = form.get("found.fault");
  const text = form.get("found");
  const faults = languageFaults(asked, detail, form);
  if (refused !== null || text === null) {
    const told = { label, most: mostProposed, detail: detailIn(form.get("found.detail") ?? "", asked.say.language) };
    const key = refused === null ? "fault.missing" : (refusals[refused] ?? "fault.found.unreadable");
    faults.push({ name: foundUpload, text: asked.say.message(key, told) });
  }
  if (faults.length > 0 || text === null) return shownForm(asked, detail, "file", form, faults);
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
  if (found.items.length > 0 && found.items.length <= mostProposed) return shownFound(asked, detail, { found });
  const label = say.message(from === "paste" ? "paste.text" : "file.field");
  const name = from === "paste" ? "text" : foundUpload;
  const key = found.items.length === 0 ? "fault.found.none" : "fault.found.many";
  return shownForm(asked, detail, from, values, [{ name, text: say.message(key, { label, most: mostProposed }) }]);
}

/** The language of the text is one that is offered. */
function languageFaults({ say }: DeskAsked, { report }: ReportDetail, values: Values): Fault[] {
  if (languagesOf(report).some((each) => each === values.get("language"))) return [];
  return [{ name: "language", text: say.message("fault.choice", { label: say.message("found.language") }) }];
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
  const address = addressOf(report.id, from);
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
