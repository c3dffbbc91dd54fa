import { ItemKindName } from "@heed/core/collected-item/item-kinds";
import { type Issue, isRefusal } from "@heed/core/domain-error";
import { detailIn } from "@heed/core/wording/details/detail-in";
import type { Page } from "../../asked/page.ts";
import { type Say, shown } from "../../language/say.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { type Fault, labelledDetail, refusal, toldDetail } from "../form/faults.ts";
import { framed } from "../form/framed.tsx";
import { Checkbox, SelectInput } from "../form/inputs.tsx";
import type { Values } from "../form/values.ts";
import { isEditor, readOwnBodies } from "../own-bodies.ts";
import { fieldIn } from "../register/filled.ts";
import { BringForm } from "../workbook/bring-form.tsx";
import { broughtWorkbook, fileField } from "../workbook/brought-workbook.ts";

type Shown = { values?: Values; faults?: readonly Fault[]; told?: string };

/** The way in for a table of what was collected. */
export async function itemsImportPage(
  asked: DeskAsked,
  { values = new URLSearchParams(), faults = [], told }: Shown = {},
): Promise<Page | undefined> {
  const { say, visitor } = asked;
  if (!isEditor(visitor.person)) return undefined;
  const filled = { say, values, faults };
  return framed(asked, {
    title: say.message("items.import"),
    address: deskAddresses.importItems(),
    path: [
      { title: say.message("desk.title"), address: deskAddresses.desk() },
      { title: say.message("nav.collectedItems"), address: deskAddresses.items() },
    ],
    faults,
    body: (
      <>
        {told && <p class="govuk-inset-text">{told}</p>}
        <p class="govuk-body">{say.message("items.import.text")}</p>
        <BringForm
          asked={asked}
          address={deskAddresses.importItems()}
          label={say.message("items.import.file")}
          hint={say.message("items.import.hint")}
          accept=".xlsx"
          faults={faults}
        >
          <SelectInput
            {...fieldIn(filled, "kind", say.message("collected.kind"))}
            choices={ItemKindName.options.map((value) => ({ value, text: say.label("collectedItemKind", value) }))}
            none={say.message("items.import.told")}
          />
          <Checkbox {...fieldIn(filled, "acceptCorrections", say.message("items.import.correct"))} />
          <Checkbox {...fieldIn(filled, "dryRun", say.message("items.import.dry"))} />
          <button class="govuk-button" type="submit">
            {say.message("items.import.take")}
          </button>
        </BringForm>
      </>
    ),
  });
}

/** Takes in a table that is brought, or tells what is wrong in which row and column. */
export async function submitItemsImport(
  asked: DeskAsked,
  _parts: readonly string[],
  form: URLSearchParams,
): Promise<Page | undefined> {
  const { say, desk, visitor } = asked;
  if (!isEditor(visitor.person)) return undefined;
  const again = (faults: readonly Fault[]) => itemsImportPage(asked, { values: form, faults });
  const { file, fault } = broughtWorkbook(asked, form, say.message("items.import.missing"));
  const kind = form.get("kind") ?? "";
  const isOffered = kind === "" || ItemKindName.safeParse(kind).success;
  if (fault !== undefined || !isOffered)
    return again([
      ...(fault === undefined ? [] : [{ name: fileField, text: fault }]),
      ...(isOffered
        ? []
        : [{ name: "kind", text: say.message("fault.choice", { label: say.message("collected.kind") }) }]),
    ]);
  const { bodies } = await readOwnBodies(asked);
  const [only, ...others] = bodies ?? [];
  try {
    const { added, corrected, unchanged, dryRun } = await desk.takeItems({
      file,
      kind: ItemKindName.safeParse(kind).data,
      issuingBody: others.length === 0 ? only : undefined,
      acceptCorrections: form.get("acceptCorrections") === "yes",
      dryRun: form.get("dryRun") === "yes",
    });
    const counts = { added, corrected, unchanged };
    return await itemsImportPage(asked, {
      told: say.message(dryRun ? "items.import.would" : "items.import.done", counts),
    });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return again(
      error.issues.length === 0
        ? [{ name: fileField, ...refusal(say, error) }]
        : error.issues.map((issue) => faultOf(say, issue)),
    );
  }
}

function faultOf(say: Say, { row, name, value, detail }: Issue): Fault {
  const place = [...(row === undefined ? [] : [String(row)]), ...(name === undefined ? [] : [shown(name)])].join(", ");
  const said = value === undefined ? "" : ` “${shown(value)}”`;
  const before = `${place}${said}`;
  return before === ""
    ? toldDetail(say, (language) => detailIn(detail, language))
    : labelledDetail(say, before, detail);
}
