import Table from "cli-table3";
import pc from "picocolors";

export type Align = "left" | "right";
export type Column<Row> = {
  head: string;
  align?: Align;
  of: (row: Row) => string /** Gives way when the line is too long. */;
  wide?: boolean;
};

const bare = {
  top: "",
  "top-mid": "",
  "top-left": "",
  "top-right": "",
  bottom: "",
  "bottom-mid": "",
  "bottom-left": "",
  "bottom-right": "",
  left: "",
  "left-mid": "",
  mid: "",
  "mid-mid": "",
  right: "",
  "right-mid": "",
  middle: "  ",
};

const narrowest = 24;

/** Aligned columns without lines; on a terminal the wide ones are cut so that a row stays on its line. */
export function table<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const cells = rows.map((row) => columns.map(({ of }) => of(row).replace(/\s+/g, " ").trim()));
  const widths = columns.map(({ head }, index) =>
    Math.max(visible(head), ...cells.map((row) => visible(row[index] ?? ""))),
  );
  const width = process.stdout.isTTY ? process.stdout.columns : Number.POSITIVE_INFINITY;
  const over = widths.reduce((sum, each) => sum + each + 2, -2) - width;
  const wide = columns.flatMap(({ wide: isWide }, index) => (isWide ? [index] : []));
  for (const index of wide)
    if (over > 0) widths[index] = Math.max(narrowest, (widths[index] ?? 0) - Math.ceil(over / wide.length));
  const made = new Table({
    head: columns.map(({ head }) => pc.bold(head)),
    chars: bare,
    colAligns: columns.map(({ align }) => align ?? "left"),
    colWidths: widths,
    style: { "padding-left": 0, "padding-right": 0, head: [], border: [], compact: true },
  });
  made.push(...cells);
  return `${made
    .toString()
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")}\n`;
}

const escapes = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, "g");

function visible(text: string): number {
  return [...text.replace(escapes, "")].length;
}
