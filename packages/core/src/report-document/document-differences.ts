import { z } from "zod";
import type { Block, Document, Inline, Section } from "../document/document.ts";

/** What a document says otherwise than another: a line of a section that only one of them has, or that changed. */
export const DocumentDifference = z
  .strictObject({
    section: z.array(z.string()).describe("The headings above it, from the top; empty for the title of the whole."),
    was: z.string().optional().describe("Absent where only the later one has it."),
    is: z.string().optional().describe("Absent where only the earlier one has it."),
  })
  .meta({ id: "DocumentDifference", description: "What is said otherwise in one place." });
export type DocumentDifference = z.infer<typeof DocumentDifference>;

/** A line of a document; rows of tables are known by their first cells. */
type Line = { text: string; known?: string };

/** In the order of the earlier one, and then what the later one alone has. Ids and order within a section do not count. */
export function documentDifferences(was: Document, is: Document): DocumentDifference[] {
  const [before, after] = [linesOf(was), linesOf(is)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((place) => {
    const section = JSON.parse(place) as string[];
    return changed(before.get(place) ?? [], after.get(place) ?? []).map((each) => ({ section, ...each }));
  });
}

function changed(before: readonly Line[], after: readonly Line[]): Omit<DocumentDifference, "section">[] {
  const gone = without(before, after);
  const come = without(after, before);
  const pairs = gone.map(({ text, known }) => {
    // A paragraph that changed stands for the first that came; a row only for that of its own name.
    const at = come.findIndex((each) => each.known === known);
    const [is] = at === -1 ? [] : come.splice(at, 1);
    return { was: text, ...(is && { is: is.text }) };
  });
  return [...pairs, ...come.map(({ text }) => ({ is: text }))];
}

/** The lines that others do not have, as often as they have them less. */
function without(lines: readonly Line[], others: readonly Line[]): Line[] {
  const left = new Map<string, number>();
  for (const { text } of others) left.set(text, (left.get(text) ?? 0) + 1);
  return lines.filter(({ text }) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count <= 0;
  });
}

/** The lines of each section, by its place. */
function linesOf({ title, subtitle, issuer, sections }: Document): Map<string, Line[]> {
  const lines = new Map([["[]", [title, subtitle, issuer].map((each) => ({ text: each }))]]);
  const add = (section: Section, above: readonly string[]) => {
    const place = [...above, section.title];
    const key = JSON.stringify(place);
    lines.set(key, [...(lines.get(key) ?? []), ...section.blocks.flatMap(blockLines)]);
    for (const each of section.sections) add(each, place);
  };
  for (const each of sections) add(each, []);
  return lines;
}

function blockLines(block: Block): Line[] {
  switch (block.kind) {
    case "paragraph":
      return [{ text: plain(block.content) }];
    case "list":
      return block.items.map((item) => ({ text: plain(item) }));
    case "quote":
      return [{ text: plain([...block.content, ...(block.source ?? [])]) }];
    case "table": {
      const caption = plain(block.caption);
      const heads = block.columns.map(({ label }) => label);
      return [{ text: caption }, ...block.rows.map((cells) => row(caption, heads, cells.map(plain)))];
    }
    case "chart": {
      const caption = plain(block.caption);
      const heads = [block.categoriesLabel, ...block.series.map(({ label }) => label)];
      return block.categories.map((category, index) =>
        row(caption, heads, [category, ...block.series.map(({ values }) => String(values[index] ?? 0))]),
      );
    }
  }
}

function row(caption: string, heads: readonly string[], cells: readonly string[]): Line {
  const [first = "", ...others] = cells;
  const told = others.flatMap((cell, index) => (cell === "" ? [] : [`${heads[index + 1]}: ${cell}`]));
  return { text: [first, ...told].join("; "), known: `${caption}\n${first}` };
}

/** A line as it is read, with what its footnotes say after it. */
function plain(content: readonly Inline[]): string {
  return content
    .map((each) => {
      if (each.kind === "text") return each.text;
      return each.kind === "footnote" ? ` (${plain(each.content)})` : plain(each.content);
    })
    .join("");
}
