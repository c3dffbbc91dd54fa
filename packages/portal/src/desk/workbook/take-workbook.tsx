import type { DomainError, Issue } from "@heed/core";
import { isRefusal } from "@heed/core/domain-error";
import type { ImportResult } from "@heed/core/mapping/reading/import-row";
import type { Page } from "../../asked/page.ts";
import { shown } from "../../language/say.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import type { Fault } from "../form/faults.ts";
import { framed } from "../form/framed.tsx";
import { broughtWorkbook, fileField } from "./brought-workbook.ts";
import { AnswersForm, aroundWorkbook, mayBringWorkbook, workbookPage } from "./workbook-page.tsx";

/** Tells what would become of a workbook that is brought, or makes its drafts where that was seen and confirmed. */
export async function takeWorkbook(
  asked: DeskAsked,
  _parts: readonly string[],
  form: URLSearchParams,
): Promise<Page | undefined> {
  if (!mayBringWorkbook(asked)) return undefined;
  const { say, desk } = asked;
  const refuse = (text: string) => workbookPage(asked, [{ name: fileField, text }]);
  const { file, fault } = broughtWorkbook(asked, form);
  if (fault !== undefined) return refuse(fault);
  const isTaken = form.get("do") === "take";
  try {
    const result = await desk.takeWorkbook({ file, language: say.language, dryRun: !isTaken, skipInvalid: true });
    return isTaken
      ? madePage(asked, result)
      : reportPage(asked, result, { file, name: (await desk.fileName(file)) ?? "" });
  } catch (error) {
    if (isRefusal(error)) return refuse(refusalOf(asked, error));
    throw error;
  }
}

function refusalOf({ say }: DeskAsked, { code, message }: DomainError): string {
  return code === "notFound" ? say.message("workbook.gone") : message;
}

type Brought = { file: string; name: string };

function reportPage(asked: DeskAsked, result: ImportResult, { file, name }: Brought): Page {
  const { say, way } = asked;
  const { drafts = 0, rejectedRows } = result;
  const faults = result.rejected.map((issue): Fault => ({ text: faultText(asked, issue) }));
  return framed(asked, {
    ...aroundWorkbook(asked),
    heading: say.message("workbook.report", { name: shown(name) }),
    faults,
    body: (
      <>
        {rejectedRows > 0 && <p class="govuk-body">{say.message("workbook.faulty", { rows: rejectedRows })}</p>}
        <p class="govuk-inset-text">{say.message("workbook.would", { drafts })}</p>
        <ToldRows asked={asked} result={result} />
        {drafts > 0 && (
          <form action={way(deskAddresses.workbook())} method="post">
            <input type="hidden" name="workbook.0.file" value={file} />
            <button class="govuk-button" type="submit" name="do" value="take">
              {say.message(rejectedRows > 0 ? "workbook.takeOthers" : "workbook.take", { drafts })}
            </button>
          </form>
        )}
        <section aria-labelledby="again">
          <h2 class="govuk-heading-m" id="again">
            {say.message("workbook.again")}
          </h2>
          <AnswersForm asked={asked} faults={[]} />
        </section>
      </>
    ),
  });
}

function madePage(asked: DeskAsked, result: ImportResult): Page {
  const { say, way } = asked;
  const text = say.message("workbook.made", { drafts: result.drafts ?? 0 });
  return {
    ...aroundWorkbook(asked),
    body: (
      <>
        <h1 class="govuk-heading-l">{text}</h1>
        <ToldRows asked={asked} result={result} />
        <p class="govuk-body">
          <a class="govuk-link" href={way(deskAddresses.desk())}>
            {say.message("desk.back")}
          </a>
        </p>
      </>
    ),
  };
}

/** Rows that are left out, and what is to be looked at, each with the reason. */
function ToldRows({ asked, result }: { asked: DeskAsked; result: ImportResult }) {
  const { say } = asked;
  const left = result.skipped.map(({ why, examples }) => ({ why, examples }));
  const looked = result.warnings.map(({ detail, examples }) => ({ why: detail, examples }));
  return (
    <>
      {(
        [
          ["left", left],
          ["warnings", looked],
        ] as const
      ).map(([name, told]) =>
        told.length === 0 ? null : (
          <section key={name} aria-labelledby={name}>
            <h2 class="govuk-heading-m" id={name}>
              {say.message(`workbook.${name}`)}
            </h2>
            <ul class="govuk-list govuk-list--bullet">
              {told.map(({ why, examples }) => (
                <li key={why}>
                  {why}
                  {say.colon}
                  {examples.map((issue) => placeText(asked, issue)).join(", ")}
                </li>
              ))}
            </ul>
          </section>
        ),
      )}
    </>
  );
}

function placeText({ say }: DeskAsked, { row, value = "" }: Issue): string {
  return row === undefined ? shown(value) : say.message("workbook.row", { row: String(row), reference: shown(value) });
}

function faultText({ say }: DeskAsked, { sheet = "", row, name = "", value, detail }: Issue): string {
  const said = value === undefined ? "" : `“${shown(value)}” `;
  return say.message("workbook.fault", { sheet, row: String(row), column: name, value: said, detail });
}
