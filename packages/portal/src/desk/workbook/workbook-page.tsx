import { isRefused } from "@heed/core/domain-error";
import { actorsOfWorkbook } from "@heed/core/workbook/may-draft";
import type { FileAnswer } from "../../asked/file-answer.ts";
import type { Page } from "../../asked/page.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import type { Fault } from "../form/faults.ts";
import { framed } from "../form/framed.tsx";
import { readOwn } from "../own-duties.ts";
import { BringForm } from "./bring-form.tsx";

/** The workbooks of what a visitor's organizations owe, and the way in for one that came back. */
export async function workbookPage(asked: DeskAsked, faults: readonly Fault[] = []): Promise<Page | undefined> {
  if (!mayBringWorkbook(asked)) return undefined;
  const { say, way, reads, today } = asked;
  const own = await readOwn(asked);
  const names = [...(await reads.organizationsById(own.organizations)).values()];
  return framed(asked, {
    ...aroundWorkbook(asked),
    faults,
    body: (
      <>
        <p class="govuk-body">{say.message("workbook.text")}</p>
        {names.length > 0 && (
          <section aria-labelledby="out">
            <h2 class="govuk-heading-m" id="out">
              {say.message("workbook.out")}
            </h2>
            <ul class="govuk-list">
              {names.map(({ id, name }) => (
                <li key={id}>
                  <a class="govuk-link" href={way(deskAddresses.workbookOf(id))}>
                    {say.message("workbook.of", { name: say.text(name).text, day: say.day(today) })}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
        <section aria-labelledby="in">
          <h2 class="govuk-heading-m" id="in">
            {say.message("workbook.in")}
          </h2>
          <AnswersForm asked={asked} faults={faults} />
        </section>
      </>
    ),
  });
}

/** Who may draft nothing that a workbook asks has no page of it. */
export function mayBringWorkbook({ visitor }: DeskAsked): boolean {
  return !isRefused(() => actorsOfWorkbook(visitor.person));
}

/** What is the same of each page of the workbook. */
export function aroundWorkbook({ say }: DeskAsked): Pick<Page, "title" | "address" | "path"> {
  return {
    title: say.message("workbook.title"),
    address: deskAddresses.workbook(),
    path: [{ title: say.message("desk.title"), address: deskAddresses.desk() }],
  };
}

/** The form by which answers come in, to be looked at first. */
export function AnswersForm({ asked, faults }: { asked: DeskAsked; faults: readonly Fault[] }) {
  const { say } = asked;
  return (
    <BringForm
      asked={asked}
      address={deskAddresses.workbook()}
      hint={say.message("workbook.file.hint")}
      faults={faults}
    >
      <button class="govuk-button" type="submit" name="do" value="check">
        {say.message("workbook.check")}
      </button>
    </BringForm>
  );
}

/** The workbook of one of the visitor's organizations, in the language of the page. */
export async function workbookFile(
  { desk, say, reader, visitor, reads, today }: DeskAsked,
  [organization = ""]: readonly string[],
): Promise<FileAnswer | undefined> {
  const { organizations } = await readOwn({ reads, reader, today, visitor });
  if (!organizations.includes(organization)) return undefined;
  return { file: await desk.workbook(reader, organization, say.language) };
}
