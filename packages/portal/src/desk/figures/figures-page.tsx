import { isRefusal } from "@heed/core/domain-error";
import { namesIn } from "@heed/core/statistics/workbook/figures-workbook";
import { readSeries } from "@heed/core/statistics/workbook/read-series";
import type { FileAnswer } from "../../asked/file-answer.ts";
import type { Page } from "../../asked/page.ts";
import { shown } from "../../language/say.ts";
import { readBodies } from "../cycles/own-cycles.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import type { Fault } from "../form/faults.ts";
import { framed } from "../form/framed.tsx";
import { isEditor, readOwnBodies } from "../own-bodies.ts";
import { BringForm } from "../workbook/bring-form.tsx";
import { broughtWorkbook, fileField } from "../workbook/brought-workbook.ts";

/** The workbooks that centres fill in with their numbers, of this year and the last, and the way in for one that came back. */
export async function figuresPage(
  asked: DeskAsked,
  { faults = [], told }: { faults?: readonly Fault[]; told?: string } = {},
): Promise<Page | undefined> {
  const { say, way, today, visitor } = asked;
  if (!isEditor(visitor.person)) return undefined;
  const year = Number(today.slice(0, 4));
  const filled = await whoFillsIn(asked);
  return framed(asked, {
    title: say.message("figures.desk"),
    address: deskAddresses.figures(),
    path: [
      { title: say.message("desk.title"), address: deskAddresses.desk() },
      { title: say.message("nav.collectedItems"), address: deskAddresses.items() },
    ],
    faults,
    body: (
      <>
        {told && <p class="govuk-inset-text">{told}</p>}
        <p class="govuk-body">{say.message("figures.desk.text")}</p>
        {filled.length === 0 && <p class="govuk-body">{say.message("figures.desk.none")}</p>}
        <ul class="govuk-list">
          {filled.flatMap(({ body, name, who }) =>
            [year - 1, year].map((each) => (
              <li key={`${body} ${who} ${each}`}>
                <a class="govuk-link" href={way(deskAddresses.figuresOf(body, who, each))}>
                  <bdi>{shown([who, String(each), name].join(" · "))}</bdi>
                </a>
              </li>
            )),
          )}
        </ul>
        <h2 class="govuk-heading-m">{say.message("workbook.in")}</h2>
        <BringForm
          asked={asked}
          address={deskAddresses.figures()}
          hint={say.message("figures.desk.hint")}
          faults={faults}
        >
          <button class="govuk-button" type="submit">
            {say.message("figures.desk.take")}
          </button>
        </BringForm>
      </>
    ),
  });
}

async function whoFillsIn(asked: DeskAsked) {
  const { reads, reader } = asked;
  const bodies = await readBodies(asked, await readOwnBodies(asked));
  const found = await Promise.all(
    bodies.map(async ({ value: body, text: name }) =>
      namesIn(await readSeries({ reads, reader }, body)).map((who) => ({ body, name, who })),
    ),
  );
  return found.flat();
}

/** Takes in a workbook that is brought, or tells what is wrong in which cell. */
export async function submitFigures(
  asked: DeskAsked,
  _parts: readonly string[],
  form: URLSearchParams,
): Promise<Page | undefined> {
  const { say, desk, visitor } = asked;
  if (!isEditor(visitor.person)) return undefined;
  const refuse = (text: string) => figuresPage(asked, { faults: [{ name: fileField, text }] });
  const { file, fault } = broughtWorkbook(asked, form);
  if (fault !== undefined) return refuse(fault);
  try {
    const { taken, unchanged } = await desk.takeFigures({ file, language: say.language });
    return await figuresPage(asked, { told: say.message("figures.desk.taken", { taken, unchanged }) });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const cells = error.issues.map(({ name = "", value, detail }): Fault => {
      const said = value === undefined ? "" : ` “${shown(value)}”`;
      return { text: name === "" ? detail : `${shown(name)}${said} ${detail}` };
    });
    return error.code === "invalidInput" && cells.length > 0
      ? figuresPage(asked, { faults: cells })
      : refuse(error.message);
  }
}

/** One of these workbooks, in the language of the page. */
export async function figuresFile(
  { desk, say, reader, visitor }: DeskAsked,
  [issuingBody = "", deliveredBy = "", year = ""]: readonly string[],
): Promise<FileAnswer | undefined> {
  if (!isEditor(visitor.person) || !/^\d{4}$/.test(year)) return undefined;
  const asked = { issuingBody, deliveredBy, year: Number(year) };
  try {
    return { file: await desk.figuresWorkbook(reader, asked, say.language) };
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}
