import type { Reader } from "../../access/reader.ts";
import { DomainError, type Issue, isRefusal } from "../../domain-error.ts";
import type { FileRow } from "../../mapping/reading/map-row.ts";
import { organizationNamed } from "../../naming/named-filter.ts";
import { allItems } from "../../read-models/all-pages.ts";
import type { ListedItem } from "../../read-models/listed-item.ts";
import type { TrackerReads } from "../../read-models/tracker-store.ts";
import { referenceKey } from "../../recommendation/recommendation.ts";
import { addItem } from "../../register/add-item.ts";
import { correctItem } from "../../register/correct-item.ts";
import type { RegisterContext } from "../../register/register-act.ts";
import type { Id } from "../../source.ts";
import { didYouMean } from "../../text/nearest.ts";
import { ItemKindName } from "../item-kinds.ts";
import { differingProperties, itemChanges, itemInput } from "./item-input.ts";
import { type ItemMapping, mappingByName, requireProperties } from "./item-mapping.ts";
import { type ReadRow, readRow } from "./read-row.ts";
import { isItemProperty, itemProperties, typedItem } from "./typed-item.ts";

/** A table of what was collected, as a file has it. */
export type BroughtTable = { file: string; header: readonly string[]; rows: readonly FileRow[] };

export type ItemsAsked = {
  /** Absent where the mapping or the table tells it. */
  kind?: ItemKindName | undefined;
  mapping?: ItemMapping | undefined;
  /** The body that collects what is in a row without one. */
  issuingBody?: Id | undefined;
  /** Whether a row that says otherwise than the record is a correction; else it is refused. */
  acceptCorrections?: boolean | undefined;
  /** Watches over the mapping of the rows, where who sent it is not trusted with the time that it takes. */
  within?: <Done>(work: () => Done) => Done;
};

export type ItemAct = {
  act: "addItem" | "correctItem";
  thing?: Id;
  input: Readonly<Record<string, unknown>>;
  /** Where the file has it, and what names a fault of it there. */
  refused: (error: DomainError) => Issue[];
};

export type ItemActs = { acts: readonly ItemAct[]; unchanged: number; warnings: readonly Issue[] };

type Asking = { reads: TrackerReads; reader: Reader };

/**
 * What takes in a table: something new for each row, or a correction of what is known by its id or its reference; none where
 * the record says the same already. Errors: rowsRejected with each fault by row and column; invalidMapping; invalidInput
 * where nobody tells the kind.
 */
export async function itemActs(
  asking: Asking,
  table: BroughtTable,
  asked: ItemsAsked,
  context: RegisterContext,
): Promise<ItemActs> {
  const kind = kindOf(table, asked);
  const mapping = asked.mapping ?? mappingByName(kind, requireHeader(kind, table));
  requireProperties(kind, mapping);
  const { within = (work) => work() } = asked;
  const rows = within(() => table.rows.map((row) => readRow(kind, mapping, row)));
  const bodies = await bodiesOf(asking, rows, asked.issuingBody);
  const known = await knownItems(asking, [...bodies.values()]);
  const faults: Issue[] = [];
  const acts: ItemAct[] = [];
  const seen = new Map<string, number>();
  for (const row of rows) {
    const { place, typed, rejected } = row;
    const issueAt = (name: string, detail: string): Issue => {
      const value = typed.get(name);
      return { file: table.file, ...place, name: columnOf(mapping, name), ...(value && { value }), detail };
    };
    faults.push(...rejected.map((issue) => ({ file: table.file, ...place, ...issue })));
    if (rejected.length > 0) continue;
    const issuingBody = bodies.get(bodyIn(row));
    if (issuingBody === undefined || issuingBody instanceof DomainError) {
      faults.push(issueAt("issuingBody", issuingBody?.issues[0]?.detail ?? "nobody tells which body collects it"));
      continue;
    }
    const told = typed.get("kind")?.trim() ?? "";
    if (told !== "" && told !== kind) {
      faults.push(issueAt("kind", `the table is of ${kind}`));
      continue;
    }
    const key = `${issuingBody} ${referenceKey(typed.get("reference") ?? "")}`;
    const twice = seen.get(key);
    if (twice !== undefined) faults.push(issueAt("reference", `row ${twice} has the same reference`));
    seen.set(key, place.row ?? 0);
    const item = known.find((each) => each.id === typed.get("id")?.trim()) ?? known.find((each) => keyOf(each) === key);
    const act = actOf(row, { kind, issuingBody, item, asked, issueAt, context });
    if (Array.isArray(act)) faults.push(...act);
    else if (act !== undefined) acts.push(act);
  }
  if (faults.length > 0)
    throw new DomainError("rowsRejected", `nothing was imported: ${table.file} has faults`, faults);
  const warnings = rows.flatMap(({ place, warnings: each }) =>
    each.map((issue) => ({ file: table.file, ...place, ...issue })),
  );
  return { acts, unchanged: rows.length - acts.length, warnings };
}

type OfRow = {
  kind: ItemKindName;
  issuingBody: Id;
  item: ListedItem | undefined;
  asked: ItemsAsked;
  issueAt: (name: string, detail: string) => Issue;
  context: RegisterContext;
};

/** The act of a row, its faults, or nothing where the record says the same. */
function actOf({ typed }: ReadRow, of: OfRow): ItemAct | Issue[] | undefined {
  const { kind, issuingBody, item, asked, issueAt, context } = of;
  const refused = (error: DomainError) =>
    error.issues.length === 0
      ? [issueAt("reference", error.message)]
      : error.issues.map(({ name = "", detail }) => issueAt(propertyAt(typed, name), detail));
  const tried = (act: Omit<ItemAct, "refused">, decide: () => unknown): ItemAct | Issue[] => {
    try {
      decide();
      return { ...act, refused };
    } catch (error) {
      if (isRefusal(error)) return refused(error);
      throw error;
    }
  };
  if (item === undefined) {
    const input = { ...itemInput(kind, typed), issuingBody };
    return tried({ act: "addItem", input }, () => addItem(context, input));
  }
  if (item.kind !== kind) return [issueAt("reference", `it is that of something else: ${item.kind}`)];
  const before = typedItem(item);
  const differing = differingProperties(typed, before);
  if (differing.length === 0) return undefined;
  if (asked.acceptCorrections !== true)
    return differing.map((name) => issueAt(name, `the record says otherwise: “${before.get(name) ?? ""}”`));
  const input = itemChanges(item, typed, before);
  const { issuingBodyName: _, issuingBodyCode: __, ...plain } = item;
  return tried({ act: "correctItem", thing: item.id, input }, () => correctItem(context, plain, input));
}

/** The column for a fault: `content.facts.nl` is that of `facts.nl`, and `content.cells.3` that of `cells`. */
function propertyAt(typed: ReadonlyMap<string, string>, name: string): string {
  const parts = name.replace(/^content\./, "").split(".");
  for (let length = parts.length; length > 0; length -= 1) {
    const found = parts.slice(0, length).join(".");
    const begins = [...typed.keys()].find((each) => each === found || each.startsWith(`${found}.`));
    if (begins !== undefined) return begins;
  }
  return parts.join(".");
}

/** As the header has it. */
function columnOf({ item }: ItemMapping, name: string): string {
  const part = item[name]?.parts.find((each) => typeof each === "object");
  return typeof part === "object" ? part.column : name;
}

function kindOf({ rows }: BroughtTable, { kind, mapping }: ItemsAsked): ItemKindName {
  const told = kind ?? mapping?.kind ?? ItemKindName.safeParse(rows[0]?.cells.kind?.trim()).data;
  if (told !== undefined) return told;
  throw new DomainError("invalidInput", "nobody tells what the rows are", [
    { name: "kind", detail: `name it: ${ItemKindName.options.join(", ")}` },
  ]);
}

/** A column that nothing reads is refused, so that nothing is lost without a word. */
function requireHeader(kind: ItemKindName, { file, header }: BroughtTable): readonly string[] {
  const issues = header
    .filter((name) => !isItemProperty(kind, name))
    .map((name) => ({
      ...{ file, row: 1, name },
      detail: `${kind} has no such property${didYouMean(name, itemProperties(kind))}; a mapping tells what it is`,
    }));
  if (issues.length > 0)
    throw new DomainError("rowsRejected", `nothing was imported: ${file} has unknown columns`, issues);
  return header;
}

function bodyIn({ typed }: ReadRow): string {
  return typed.get("issuingBody")?.trim() ?? "";
}

/** The body for each name in the rows, or why there is none. */
async function bodiesOf(
  { reads, reader }: Asking,
  rows: readonly ReadRow[],
  otherwise: Id | undefined,
): Promise<ReadonlyMap<string, Id | DomainError>> {
  const bodies = new Map<string, Id | DomainError>();
  for (const name of new Set(rows.map(bodyIn)))
    if (name !== "")
      bodies.set(name, await organizationNamed(reads, reader, name, { name: "issuingBody" }).catch(refusalOf));
    else if (otherwise !== undefined) bodies.set(name, otherwise);
  return bodies;
}

function refusalOf(error: unknown): DomainError {
  if (isRefusal(error)) return error;
  throw error;
}

async function knownItems({ reads, reader }: Asking, bodies: readonly (Id | DomainError)[]): Promise<ListedItem[]> {
  const issuingBody = [...new Set(bodies.filter((each) => typeof each === "string"))];
  if (issuingBody.length === 0) return [];
  return allItems((paging) => reads.collectedItems(reader, { issuingBody }, paging));
}

function keyOf({ issuingBody, reference }: ListedItem): string {
  return `${issuingBody} ${referenceKey(reference)}`;
}
