/** A follow-up chapter as a reader of its Markdown sees it. */
export type Chapter = ReturnType<typeof chapterOf>;

const writtenDay =
  /\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}/g;

/** Sections and tables are found by how they begin. */
export function chapterOf(markdown: string) {
  const text = markdown.replace(/\[\^\d+\]/g, "");
  const sections = text.split(/^## /m).slice(1);
  const section = (begins: string) => found(sections, begins);
  const blocks = (begins: string) => section(begins).split(/\n\n+/).slice(1);
  const paragraphs = (begins: string) => blocks(begins).filter((block) => !/^(\||\*\*|#)/.test(block));
  const paragraph = (begins: string, place: number) => paragraphs(begins)[place]?.replace(writtenDay, "") ?? "";
  const rowsOf = (block: string) =>
    block.split("\n").map((row) =>
      row
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  const whole = (begins: string) => {
    const all = text.split(/\n\n+/);
    return rowsOf(all[all.findIndex((block) => block.startsWith(`**${begins}`)) + 1] ?? "");
  };
  const table = (begins: string) => whole(begins).slice(2);
  return {
    paragraph,
    /** The numbers of a paragraph, days aside. */
    numbers: (begins: string, place: number) => (paragraph(begins, place).match(/\d+/g) ?? []).map(Number),
    /** The rows of a table, without its head. */
    table,
    column: (begins: string, place: number) => table(begins).map((row) => row[place] ?? ""),
    /** Each row's numbers by the heads of their columns; no zeros. */
    counts: (begins: string) => {
      const [head = []] = whole(begins);
      return table(begins).map((row) =>
        Object.fromEntries(
          row.flatMap((cell, place) => (place > 0 && cell !== "0" ? [[head[place] ?? "", Number(cell)]] : [])),
        ),
      );
    },
    /** How many rows the tables of a section have. */
    rowsUnder: (begins: string) =>
      blocks(begins)
        .filter((block) => block.startsWith("|"))
        .reduce((sum, block) => sum + rowsOf(block).length - 2, 0),
  };
}

function found(all: readonly string[], begins: string): string {
  const one = all.find((each) => each.startsWith(begins));
  if (one === undefined) throw new Error(`nothing begins with ${begins}`);
  return one;
}
