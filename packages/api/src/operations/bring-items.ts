import { DomainError } from "@heed/core";
import { requireActors } from "@heed/core/acting/person";
import { ItemMapping } from "@heed/core/collected-item/brought/item-mapping";
import { ItemKindName } from "@heed/core/collected-item/item-kinds";
import { addItemAct } from "@heed/core/register/add-item";
import { LongText, ShortText } from "@heed/core/text/bounded-text";
import { z } from "zod";
import type { SentFile } from "../contract/files.ts";
import { theOrganization } from "../contract/named.ts";
import { operation } from "../contract/operation.ts";
import { noAccessToken } from "../contract/problem.ts";
import { warningsOf } from "../schemas/present.ts";
import { Warnings } from "../schemas/register.ts";

export const bringItems = operation({
  id: "bringCollectedItems",
  method: "post",
  path: "/broughtCollectedItems",
  tag: "collected",
  summary: "A table of what was collected comes in: all of it, or nothing",
  description:
    "The body is a CSV file or an Excel workbook of at most 10 MB, with a row for each item. Without a mapping its columns are named as those of `/exports/collectedItems?kind=…&format=csv`, which comes in again as it went out. A row whose id or reference is known is left as it is where the record says the same, and refused where it says otherwise, unless corrections are accepted; a column that the table does not have changes nothing. What is wrong is told with row and column, such as `row 3, decidedOn`. For an editor of the body.",
  query: z.object({
    name: z.string().max(2_000).optional().describe("The name of the file, without a folder."),
    kind: ItemKindName.optional().describe("What the rows are, where neither the mapping nor the table tells it."),
    issuingBody: ShortText.min(1).optional().describe("The body that collects what is in a row without one."),
    mapping: LongText.min(1).max(8_000).optional().describe("A mapping, as JSON."),
    acceptCorrections: z.boolean().optional().describe("Whether a row that says otherwise is a correction."),
    dryRun: z.boolean().optional().describe("Only tell what would be taken in."),
  }),
  takesFile: true,
  creates: true,
  secured: true,
  output: z
    .strictObject({
      dryRun: z.boolean(),
      added: z.int(),
      corrected: z.int(),
      unchanged: z.int().describe("How many were there already, as the table has them."),
      warnings: Warnings,
    })
    .meta({ id: "BroughtCollectedItems", description: "What became of a table of what was collected." }),
  async handle(context, { kind, issuingBody, mapping, acceptCorrections, dryRun }, sent) {
    const { person, files, takeItems } = context;
    if (person === undefined) throw noAccessToken();
    // Who may take nothing in has no file read.
    requireActors(person, addItemAct.name, addItemAct.roles);
    const body = issuingBody === undefined ? undefined : await theOrganization(context, "issuingBody", issuingBody);
    const read = mapping === undefined ? undefined : mappingIn(mapping);
    const table = await files.readItems(sent as SentFile, read);
    const asked = { kind, mapping: read, issuingBody: body, acceptCorrections, dryRun };
    const { warnings, ...taken } = await takeItems(table, asked);
    return { body: { ...taken, ...warningsOf(warnings) } };
  },
});

/** Errors: invalidMapping. */
function mappingIn(text: string): ItemMapping {
  const refused = (detail: string, name = "mapping") =>
    new DomainError("invalidMapping", "the mapping cannot be used", [{ name, detail }]);
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw refused("it is not JSON");
  }
  const { data, error } = ItemMapping.safeParse(given);
  if (data !== undefined) return data;
  const [{ path = [], message = "" } = {}] = error.issues;
  throw refused(message, ["mapping", ...path].join("."));
}
