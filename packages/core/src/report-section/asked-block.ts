import { z } from "zod";
import { ItemKindName } from "../collected-item/item-kinds.ts";
import { ShortText } from "../text/bounded-text.ts";
import { inputIssues } from "../text/input-issues.ts";

const year = z
  .string()
  .regex(/^\d{4}$/, "is no year")
  .transform(Number)
  .optional();

/** What a section can take from the record, by the first word of its block. */
const asked = {
  items: z.strictObject({ kind: ItemKindName.optional(), theme: ShortText.min(1).optional(), year }),
  series: z.strictObject({ reference: ShortText.min(1), year }),
  item: z.strictObject({ reference: ShortText.min(1) }),
  recommendations: z.strictObject({}),
  chapter: z.strictObject({}),
} as const;

export type AskedBlock = {
  [Name in keyof typeof asked]: { name: Name } & z.output<(typeof asked)[Name]>;
}[keyof typeof asked] & {
  /** What stands above a table; that of its kind where absent. */
  caption?: string;
};

const names = Object.keys(asked) as (keyof typeof asked)[];

/** `items kind=judgment theme="forced labour"`: a name and what is asked of it; or what is wrong with it. */
export function askedBlock(words: string, caption: string): AskedBlock | { fault: string } {
  const [, written = "", rest = ""] = /^(\S*)\s*(.*)$/s.exec(words.trim()) ?? [];
  const name = names.find((each) => each === written);
  if (name === undefined) return { fault: `no block is called "${written}"; these are: ${names.join(", ")}` };
  const given: Record<string, string> = {};
  for (const [part, key = "", quoted, plain] of rest.matchAll(/([^\s=]+)=(?:"([^"]*)"|(\S+))|\S+/g)) {
    if (key === "") return { fault: `"${part}" says nothing: write name=value, such as kind=judgment` };
    if (Object.hasOwn(given, key)) return { fault: `${key} is given twice` };
    given[key] = quoted ?? plain ?? "";
  }
  const parsed = asked[name].safeParse(given);
  if (!parsed.success)
    return {
      fault: inputIssues(parsed.error, asked[name], given)
        .map(({ path, detail }) => [...path, detail].join(" "))
        .join("; "),
    };
  return { name, ...parsed.data, ...(caption.trim() !== "" && { caption: caption.trim() }) } as AskedBlock;
}
