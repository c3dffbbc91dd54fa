import type { Result } from "../figures/figure.ts";

/** One row of the targets: the results that it is read from, and the bound for the worst of them. */
export type Target = {
  what: string;
  wants: (result: Result) => boolean;
  least?: number;
  most?: number | { sqlite: number; postgresql: number };
  /** Which number: the ratio of the two sides, or the median of Heed's own figure. */
  of?: "ratio" | "heed";
  /** Whether to tell which result is the worst. */
  named?: true;
};

const at = (figure: string, size: string, part?: (part: string) => boolean) => (result: Result) =>
  result.figure === figure && result.size === size && (part === undefined || part(result.part ?? ""));

/** Questions of the figure `asked` whose name begins in one of these ways. */
const asked = (size: string, ...starts: readonly string[]) =>
  at("asked", size, (part) => starts.some((start) => part.startsWith(start)));

const lists = ["recommendations", "overdue", "due soon", "reports", "organizations"];
/** With the total, where it is asked for. */
const counted = (part: string) =>
  part.startsWith("overdue") || part.startsWith("due soon") || part.endsWith(", with total");

export const targets: readonly Target[] = [
  {
    what: "each list with each filter or pair, with total ÷ baseline (rate)",
    wants: (result) => asked("100k", ...lists)(result) && counted(result.part ?? ""),
    least: 0.7,
    named: true,
  },
  { what: "search, each kind of word ÷ baseline (rate)", wants: asked("100k", "search"), least: 0.7, named: true },
  {
    what: "progress, each group and filter ÷ baseline (rate)",
    wants: asked("100k", "progress by"),
    least: 0.7,
    named: true,
  },
  {
    what: "one act with audit ÷ baseline that reads and writes the same rows (rate)",
    wants: at("update", "100k", (part) => part !== "the tag is fetched first"),
    least: 0.6,
    named: true,
  },
  { what: "progress matrix ÷ baseline (rate)", wants: at("progress", "100k"), least: 3, named: true },
  {
    what: "overdue on any past date, worst of 20 ÷ baseline (rate)",
    wants: at("past", "100k", (part) => part === "÷ latest assessment"),
    least: 40,
    named: true,
  },
  {
    what: "overdue on a past date, worst of 20 ÷ overdue today (rate)",
    wants: at("past", "100k", (part) => part === "÷ today"),
    least: 0.5,
  },
  { what: "timeline ÷ baseline (rate)", wants: at("timeline", "100k"), least: 0.6 },
  {
    what: "the same question at 1,000,000 ÷ at 1,000 (time), large and small values",
    wants: at("growth", "1m"),
    most: 2,
    named: true,
  },
  {
    what: "the same page at 1,000,000 ÷ at 1,000 (time), worst of first and 1,000th",
    wants: at("page", "1m"),
    most: 1.5,
  },
  {
    what: "each public page at 100,000, the median (ms)",
    wants: at("pages", "100k", (part) => part.endsWith(", median")),
    most: 50,
    of: "heed",
    named: true,
  },
  {
    what: "each public page at 100,000, the 95th percentile (ms)",
    wants: at("pages", "100k", (part) => part.endsWith(", 95th percentile")),
    most: 150,
    of: "heed",
    named: true,
  },
  {
    what: "each public page at 1,000,000 ÷ at 100,000 (time)",
    wants: at("pages", "1m", (part) => part.endsWith(", beside 100k")),
    most: 1.5,
    named: true,
  },
  {
    what: "exact total at 1,000,000 ÷ count on intervals (time), worst of 20",
    wants: at("total", "1m", (p) => p === "worst"),
    most: 0.3,
  },
  {
    what: "import ÷ the database's own load of all rows that Heed keeps, with their indexes (time)",
    wants: at("import", "100k", (part) => part === "all rows Heed keeps"),
    most: 3,
  },
  {
    what: "import ÷ the database's own load of the source's rows alone (time)",
    wants: at("import", "100k", (part) => part === "source rows"),
    most: 3,
  },
  {
    what: "`heed overdue --limit 50` from cold ÷ `node -e 0`, at 1,000 and 100,000",
    wants: (result) => result.figure === "cold" && (result.part ?? "").includes("50"),
    most: { sqlite: 2.2, postgresql: 3 },
  },
  { what: "all items at 100,000 ÷ `node -e 0`", wants: at("cold", "100k", (p) => p.startsWith("all")), most: 12 },
  {
    what: "each list beside a running export and a running import ÷ alone (rate)",
    wants: at("beside", "100k"),
    least: 0.5,
    named: true,
  },
  {
    what: "list, overdue, past and update with a token and drafts ÷ without (rate)",
    wants: at("access", "100k"),
    least: 0.9,
    named: true,
  },
  {
    what: "GET /overdue while 100,000 rows are imported, the 99th percentile (ms)",
    wants: at("meanwhile", "100k", (part) => part === "GET /overdue, 99th percentile"),
    most: 250,
    of: "heed",
  },
  { what: "resident memory of the service at 1,000,000 (MiB)", wants: at("memory", "1m"), most: 350, of: "heed" },
];
