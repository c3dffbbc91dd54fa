import type { DomainError, Id } from "@heed/core";
import type { Found } from "@heed/core/drafting/proposed/proposed-recommendation";
import { detailIn } from "@heed/core/wording/details/detail-in";
import type { Say } from "../../language/say.ts";
import type { Fault } from "./faults.ts";
import type { Values } from "./values.ts";

/** What became of a file that a form brought. */
export type BroughtFile = { field: string; file?: { id: Id; name: string; found?: Found }; error?: DomainError };

/** The field of a file whose recommendations are read: it is not kept. */
export const foundUpload = "found.upload";

const faults = ["large", "scanner", "again", "type"] as const;

/**
 * Notes in a form what became of its files: the row of each then names the file by its id, so that it is brought once, however
 * often the form comes back. A piece without a title has the name of its file.
 */
export function noteFiles(form: URLSearchParams, brought: readonly BroughtFile[]): void {
  for (const { field, file, error } of brought) {
    if (field === foundUpload) noteFound(form, file?.found, error);
    const [, row] = /^(\w+\.\d{1,3})\.upload$/.exec(field) ?? [];
    if (row === undefined) continue;
    if (error) {
      form.set(`${row}.fileFault`, faultOf(error));
      form.set(`${row}.fileDetail`, error.message);
    }
    if (file === undefined) continue;
    form.set(`${row}.file`, file.id);
    form.set(`${row}.fileName`, file.name);
    if ((form.get(`${row}.title`) ?? "").trim() === "") form.set(`${row}.title`, file.name);
  }
}

/** What was read in a file goes on in the form: nothing of it is kept elsewhere. */
function noteFound(form: URLSearchParams, found: Found | undefined, error: DomainError | undefined): void {
  form.delete("found");
  if (found) form.set("found", JSON.stringify(found));
  if (error) {
    form.set("found.fault", error.issues.some(({ name }) => name === "recommendations") ? "tooMany" : error.code);
    form.set("found.detail", error.message);
  }
}

function faultOf({ code }: DomainError): (typeof faults)[number] {
  if (code === "fileTooLarge") return "large";
  if (code === "idempotencyKeyReused") return "again";
  return code === "scannerUnreachable" ? "scanner" : "type";
}

/** Why the file of a row was not taken in. */
export function fileFaultOf(say: Say, values: Values, row: string) {
  const fault = faults.find((each) => each === values.get(`${row}.fileFault`));
  if (fault === undefined) return undefined;
  const detail = detailIn(values.get(`${row}.fileDetail`) ?? "", say.language);
  return { fault, text: say.message(`fault.file.${fault}`, { detail }) };
}

/** The files of a form that were not taken in, each at its field. */
export function fileFaults(say: Say, values: Values): Fault[] {
  return [...new Set(values.keys())].flatMap((name) => {
    const [, row] = /^(.*)\.fileFault$/.exec(name) ?? [];
    const told = row === undefined ? undefined : fileFaultOf(say, values, row);
    return told ? [{ name: `${row}.upload`, text: told.text }] : [];
  });
}
