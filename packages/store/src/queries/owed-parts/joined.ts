import type { Paging } from "@heed/core/read-models/paging";
import { endOfTime } from "@heed/core/time/day";
import { limitText, rowsToFind } from "../../statements/cursor.ts";
import { undated } from "./owed-on-day.ts";
import type { OwedPart, OwedParts } from "./owed-parts.ts";
import type { Query } from "./page-by-due.ts";

/** The page of some parts after a place: `due` and `id`, in the order of both; each part is read no further than a page. */
export function pageOfParts(
  { parts, mayRepeat }: OwedParts,
  paging: Paging,
  place: readonly [due: string, id: string] | undefined,
): Query {
  const rows = rowsToFind(paging);
  const after = place === undefined ? parts : parts.map((part) => afterPlace(part, place));
  const each = after.map(({ from, where, due }, index) => {
    const order = rows === undefined ? "" : ` ORDER BY ${due === undated ? "" : `${due}, `}o.id LIMIT ${rows}`;
    return `SELECT due, id FROM (SELECT ${due} AS due, o.id FROM ${from} WHERE ${where.text}${order}) AS part_${index}`;
  });
  return {
    text: `${each.join(union(mayRepeat))} ORDER BY 1, 2${limitText(paging)}`,
    values: after.flatMap(({ where }) => where.values),
  };
}

function afterPlace(part: OwedPart, [due, id]: readonly [due: string, id: string]): OwedPart {
  const where = part.where.copy();
  if (part.due !== undated) return { ...part, where: where.and(`(${part.due}, o.id) > (?, ?)`, due, id) };
  return due === endOfTime ? { ...part, where: where.and("o.id > ?", id) } : part;
}

/** All rows of some parts, each once: `id`, `kind`, `due` and further columns of `o`. */
export function rowsOfParts({ parts, mayRepeat }: OwedParts, ...columns: readonly string[]): Query {
  const each = parts.map(
    ({ from, where, due }) =>
      `SELECT ${["o.id", "o.kind", `${due} AS due`, ...columns].join(", ")} FROM ${from} WHERE ${where.text}`,
  );
  return { text: each.join(union(mayRepeat)), values: parts.flatMap(({ where }) => where.values) };
}

/** Comparing rows takes longer than reading them. */
function union(mayRepeat: boolean): string {
  return mayRepeat ? "\n UNION " : "\n UNION ALL ";
}
