import type { Id } from "@heed/core";
import type { RegisterKind } from "@heed/core/register/register-kinds";
import type { Tracker } from "../process/tracker.ts";
import { theCycle } from "./the-cycle.ts";
import { theItem } from "./the-item.ts";
import { theOrganization } from "./the-organization.ts";
import { theRecommendation } from "./the-recommendation.ts";
import { theReport } from "./the-report.ts";
import { theSection } from "./the-section.ts";

/** What an act is done on, by its name; `among` says which one of several with that name. */
export async function theThing(
  tracker: Tracker,
  on: RegisterKind,
  name: string,
  among: unknown,
  hasAmong: boolean,
): Promise<Id> {
  if (on === "report") return theReport(tracker, name);
  if (on === "reportingCycle") return theCycle(tracker, name, among as string | undefined);
  if (on === "recommendation")
    return (await theRecommendation(tracker, name, among as string[] | undefined, tracker.today, hasAmong)).id;
  if (on === "reportSection") return theSection(tracker, name, among as string | undefined);
  if (on === "collectedItem") return theItem(tracker, name, among as string | undefined);
  if (on === "organization") return theOrganization(tracker, "organization", name);
  throw new Error(`no ${on} is found by its name`);
}
