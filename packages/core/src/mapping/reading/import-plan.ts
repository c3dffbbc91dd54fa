import { DomainError, type Issue } from "../../domain-error.ts";
import { pathName } from "../../text/input-issues.ts";
import { didYouMean } from "../../text/nearest.ts";
import { columnName, plainText } from "../../text/plain-text.ts";
import type { Mapping } from "../mapping.ts";
import { columnsOfParts, isOfEmptyList } from "../parts-mapping.ts";
import { columnsOf } from "../value.ts";
import type { ImportPlan } from "./import-row.ts";

/** The part of a mapping that applies to all rows of its file. */
export function planOf(mapping: Mapping): ImportPlan {
  const { name, reports, unknownOrganizations, levels, language, onto, editions, aliases, entriesBeforeReport } =
    mapping;
  const named = [...new Set(mapping.addressees.flatMap(({ names }) => columnsOf(names)))];
  const constant = columnsOf(language).length === 0 ? language.parts.join("") : undefined;
  const ids = [...new Set((onto?.entries ?? []).flatMap(({ id }) => (id === undefined ? [] : columnsOf(id))))];
  const ontoPlan = onto && {
    ...(onto.source === undefined ? {} : { source: plainText(onto.source) }),
    ...(onto.followUp === undefined ? {} : { byId: true as const }),
    ...(ids.length > 0 && { idColumns: ids.join(", ") }),
    unknown: onto.unknown,
    several: onto.several,
  };
  const period = mapping.report?.responsePeriod;
  const until = typeof period === "object" && period.amount === undefined ? period.until : undefined;
  const year = mapping.report?.reportingYear ?? mapping.report?.publishedOn;
  return {
    name: plainText(name),
    reports,
    unknownOrganizations,
    levels,
    editions,
    entriesBeforeReport,
    aliases,
    ...(until && { lastDayColumns: columnsOf(until).join(", ") || "responsePeriod.until" }),
    ...(year && columnsOf(year).length > 0 && { yearColumns: columnsOf(year).join(", ") }),
    ...(named.length > 0 && { addresseeColumns: named.join(", ") }),
    ...(ontoPlan === undefined ? {} : { additions: ontoPlan }),
    ...(constant === undefined ? {} : { language: constant }),
  };
}

/**
 * Throws invalidMapping when the mapping names columns that the file's header does not have, with the place of each in
 * the mapping.
 */
export function checkColumns(
  mapping: object & { recommendation?: Pick<NonNullable<Mapping["recommendation"]>, "parts"> | undefined },
  header: readonly string[],
): void {
  const parts = mapping.recommendation?.parts;
  const columns = header.map(columnName);
  const known = parts === undefined ? columns : [...columns, ...columnsOfParts(parts, columns)];
  const issues: Issue[] = [];
  const isEmpty = (column: string) =>
    parts !== undefined && columnsOfParts(parts, columns).length === 0 && isOfEmptyList(parts, column, columns);
  for (const { path, column } of namedColumns(mapping, []))
    if (!known.includes(column) && !isEmpty(column))
      issues.push({
        name: pathName(path),
        value: column,
        detail: `the file has no such column${didYouMean(column, known)}`,
      });
  if (issues.length === 0) return;
  const missing = [...new Set(issues.map(({ value }) => value))].join(", ");
  throw new DomainError(
    "invalidMapping",
    `the mapping names columns that the file does not have: ${missing}; the file has ${known.join(", ")}`,
    issues,
  );
}

/** The names of all columns that a mapping reads. */
export function columnsNamed(mapping: Mapping): string[] {
  return namedColumns(mapping, []).map(({ column }) => column);
}

function namedColumns(part: unknown, path: readonly PropertyKey[]): { path: readonly PropertyKey[]; column: string }[] {
  const own = path.at(-1);
  if (Array.isArray(part))
    return part.flatMap((each, place) => {
      const here = own === "parts" ? path.slice(0, -1) : [...path, place];
      return own === "said" ? [{ path: here, column: String(each) }] : namedColumns(each, here);
    });
  if (typeof part !== "object" || part === null || part instanceof RegExp) return [];
  return Object.entries(part).flatMap(([key, each]) => {
    if (key === "column") return [{ path, column: String(each) }];
    // The entries of `map` and `aliases` are the user's own texts, so they are not searched.
    return key === "map" || key === "aliases" ? [] : namedColumns(each, [...path, key]);
  });
}
