import { z } from "zod";
import { DomainError } from "../../domain-error.ts";
import { DateValue } from "../../mapping/date-value.ts";
import { FileMapping } from "../../mapping/file-mapping.ts";
import { Value } from "../../mapping/value.ts";
import { didYouMean } from "../../text/nearest.ts";
import { ItemKindName } from "../item-kinds.ts";
import { isItemProperty, itemProperties } from "./typed-item.ts";

/** How a table of somebody else tells what was collected. Without one, the columns are those of an exported table. */
export const ItemMapping = z.strictObject({
  kind: ItemKindName.optional(),
  file: FileMapping.prefault({}),
  item: z
    .record(z.string(), z.union([DateValue, Value.transform((value) => ({ ...value, formats: [], vague: false }))]))
    .describe("From where each property comes, such as `title.nl`, `year` or `decidedOn`; a day may have a format."),
});
export type ItemMapping = z.infer<typeof ItemMapping>;

/** The same as a file has it, to be checked elsewhere. */
export const MappingAsWritten = z.unknown();

/** Errors: invalidMapping for a property that the kind does not have. */
export function requireProperties(kind: ItemKindName, { item }: ItemMapping): void {
  const issues = Object.keys(item)
    .filter((name) => !isItemProperty(kind, name))
    .map((name) => ({
      name: `item.${name}`,
      value: name,
      detail: `${kind} has no such property${didYouMean(name, itemProperties(kind))}`,
    }));
  if (issues.length > 0)
    throw new DomainError("invalidMapping", "the mapping names what an item does not have", issues);
}

/** The mapping of a table whose columns are named as properties are. */
export function mappingByName(kind: ItemKindName, header: readonly string[]): ItemMapping {
  const names = header.filter((name) => isItemProperty(kind, name));
  return {
    file: FileMapping.parse({}),
    item: Object.fromEntries(names.map((column) => [column, { parts: [{ column }], formats: [], vague: false }])),
  };
}
