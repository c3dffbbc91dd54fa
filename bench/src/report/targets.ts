import type { Result } from "../figures/figure.ts";

/** One row of the targets: the results that it is read from, and the bound for the worst of them. */
export type Target = {
  what: string;
  wants: (result: Result) => boolean;
  least?: number;
  most?: number;
  /** Which number: the ratio of the two sides, or the median of Heed's own figure. */
  of?: "ratio" | "heed";
};

const at = (figure: string, size: string, part?: (part: string) => boolean) => (result: Result) =>
  result.figure === figure && result.size === size && (part === undefined || part(result.part ?? ""));

export const targets: readonly Target[] = [
  {
    what: "overdue on a past date, worst of 20 ÷ latest-assessment query (rate)",
    wants: at("past", "100k", (part) => part === "÷ latest assessment"),
    least: 50,
  },
  {
    what: "overdue on a past date, worst of 20 ÷ overdue today (rate)",
    wants: at("past", "100k", (part) => part === "÷ today"),
    least: 0.5,
  },
  { what: "list page over HTTP ÷ baseline (rate)", wants: at("list", "100k"), least: 0.7 },
  { what: "overdue page over HTTP ÷ baseline (rate)", wants: at("overdue", "100k"), least: 0.7 },
  { what: "one update with audit and projection ÷ baseline (rate)", wants: at("update", "100k"), least: 0.5 },
  { what: "search ÷ baseline (rate), worst of three languages", wants: at("search", "100k"), least: 0.7 },
  { what: "progress matrix ÷ baseline (rate)", wants: at("progress", "100k"), least: 3 },
  {
    what: "the same page at 1,000,000 ÷ at 1,000 (time), worst of first and 1,000th",
    wants: at("page", "1m"),
    most: 1.5,
  },
  {
    what: "exact total at 1,000,000 ÷ count on intervals (time), worst of 20",
    wants: at("total", "1m", (p) => p === "worst"),
    most: 0.3,
  },
  {
    what: "import ÷ \\copy plus indexes on PostgreSQL, of all rows that Heed keeps (time)",
    wants: (result) =>
      result.database === "postgresql" && at("import", "100k", (part) => part === "all rows Heed keeps")(result),
    most: 3,
  },
  {
    what: "import ÷ \\copy plus indexes on PostgreSQL, of the source's rows alone (time)",
    wants: (result) =>
      result.database === "postgresql" && at("import", "100k", (part) => part === "source rows")(result),
    most: 3,
  },
  {
    what: "import ÷ SQLite's own import plus indexes, of all rows that Heed keeps (time)",
    wants: (result) =>
      result.database === "sqlite" && at("import", "100k", (part) => part === "all rows Heed keeps")(result),
    most: 5,
  },
  {
    what: "import ÷ SQLite's own import plus indexes, of the source's rows alone (time)",
    wants: (result) => result.database === "sqlite" && at("import", "100k", (part) => part === "source rows")(result),
    most: 5,
  },
  {
    what: "`heed overdue --limit 50` from cold ÷ `node -e 0`, at 1,000",
    wants: at("cold", "1k", (p) => p.includes("50")),
    most: 2.2,
  },
  { what: "the same at 100,000", wants: at("cold", "100k", (p) => p.includes("50")), most: 2.2 },
  { what: "all items at 100,000 ÷ `node -e 0`", wants: at("cold", "100k", (p) => p.startsWith("all")), most: 6 },
  { what: "resident memory of the service at 1,000,000 (MiB)", wants: at("memory", "1m"), most: 350, of: "heed" },
];
