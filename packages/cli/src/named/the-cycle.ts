import { DomainError, type Id } from "@heed/core";
import { codesOf } from "../present/organization-names.ts";
import { shortId } from "../process/short-id.ts";
import type { Tracker } from "../process/tracker.ts";
import { organizationsOf } from "./the-organization.ts";
import { wholeId } from "./whole-id.ts";

/** The cycle with an id, or about a year. Errors: notFound; ambiguousReference. */
export async function theCycle(tracker: Tracker, given: string, by: string | undefined): Promise<Id> {
  const { reads } = tracker;
  const name = await wholeId(tracker, "reportingCycle", given);
  const bodies = await organizationsOf(tracker, "--by", by === undefined ? undefined : [by]);
  const found: { id: Id; issuingBody: Id }[] = [];
  for (const id of await reads.reportingCyclesNamed(name)) {
    const detail = await reads.reportingCycle(id);
    if (detail && (bodies === undefined || bodies.includes(detail.cycle.issuingBody))) found.push(detail.cycle);
  }
  const [only] = found;
  if (only === undefined)
    throw new DomainError("notFound", `no reporting cycle has the id or year ${name}${await insteadOf(tracker)}`);
  if (found.length > 1) {
    const codeOf = await codesOf(
      reads,
      found.map(({ issuingBody }) => issuingBody),
    );
    throw new DomainError(
      "ambiguousReference",
      `several issuing bodies have a reporting cycle about ${name}; name one by --by`,
      found.map(({ id, issuingBody }) => ({
        name: "--by",
        value: codeOf(issuingBody),
        detail: `its cycle is ${shortId(id)}`,
      })),
    );
  }
  return only.id;
}

/** As many years as a person reads in one line. */
const mostYears = 12;

/** The years that there are, where they are few. */
async function insteadOf({ reads }: Tracker): Promise<string> {
  const { items } = await reads.reportingCycles({});
  const years = [...new Set(items.map(({ year }) => String(year)))];
  if (years.length > 0 && years.length <= mostYears) return `; there are ${years.join(", ")}`;
  return "; list them with: heed cycle list";
}
