import { z } from "zod";
import { byEditor } from "../acting/action-rule.ts";
import { parseInput } from "../acting/parse-input.ts";
import type { CollectedItem } from "../collected-item/collected-item.ts";
import { itemKinds } from "../collected-item/item-kinds.ts";
import { DomainError } from "../domain-error.ts";
import { groundShape, Link } from "../recommendation/link.ts";
import type { Recommendation } from "../recommendation/recommendation.ts";
import type { Report } from "../report/report.ts";
import type { ReportSection } from "../report-section/report-section.ts";
import { type RegisterAct, type RegisterContext, requireAllowedOnRegister } from "./register-act.ts";

const { on, reason } = Link.shape;

export const NewGround = z
  .strictObject({ ...groundShape, on: on.optional().describe("Its report's publication when absent."), reason })
  .meta({
    id: "NewGround",
    description: "What the recommendation rests on: a collected item, or a section of a report.",
  });

export const addGroundAct = {
  name: "addGround",
  on: "recommendation",
  roles: byEditor.roles,
  states: ["draft", "published"],
  input: NewGround,
  makes: "link",
  operation: {
    id: "addGround",
    method: "post",
    path: "/recommendations/{id}/grounds",
    summary: "Name what it rests on: a judgment, a case, a figure, a practice, a section of a report",
    creates: true,
  },
  command: {
    noun: "recommendation",
    verb: "rest",
    about: "Name what a recommendation rests on: something that was collected, or a section of a report",
    names: { thing: "<recommendation>" },
    options: {
      item: ["--item <reference>", "what was collected, such as a judgment or a series", "collectedItem"],
      section: ["--section <reference>", "the section of a report", "reportSection"],
      year: ["--year <year>", "the year of a series whose numbers it rests on"],
      place: ["--place <text>", "where in it, such as a paragraph or a row of a table"],
      on: ["--on <day>", "the day from which it counts (default: the publication)"],
      reason: ["--reason <text>", "why"],
      among: ["--report <reference>", "the report, where several have the reference"],
    },
  },
} as const satisfies RegisterAct;

/** What the input names, as far as the actor sees it. */
export type GroundNamed = { item?: CollectedItem | undefined; section?: ReportSection | undefined };

type Resting = {
  recommendation: Pick<Recommendation, "id">;
  report: Pick<Report, "status" | "publishedOn">;
};

/** Errors: invalidInput, unknownInput, with the places; missingPermission. */
export function addGround(
  context: RegisterContext,
  { recommendation, report }: Resting,
  { item, section }: GroundNamed,
  input: unknown,
): Link {
  const content = parseInput(NewGround, input);
  requireAllowedOnRegister(addGroundAct, context, report.status);
  const made = parseInput(Link, {
    ...content,
    type: "restsOn",
    id: context.newId(),
    from: recommendation.id,
    on: content.on ?? report.publishedOn ?? context.today,
    recordedAt: context.at,
  });
  if (made.item !== undefined) requireGround("item", made.item, item);
  if (made.section !== undefined) requireGround("section", made.section, section);
  if (item !== undefined && itemKinds[item.kind].isPersonal === true)
    throw refused("item", item.id, "what is about a person is no ground, because it is erased one day");
  if (made.year !== undefined && item?.kind !== "series")
    throw refused("year", String(made.year), "only a series has the numbers of several years");
  return made;
}

function requireGround(name: "item" | "section", id: string, found: CollectedItem | ReportSection | undefined): void {
  const what = name === "item" ? "collected item" : "section";
  if (found === undefined) throw refused(name, id, `no ${what} that you see has this id`);
  if (found.withdrawn !== undefined) throw refused(name, id, `the ${what} ${found.reference} was withdrawn`);
}

function refused(name: string, value: string, detail: string): DomainError {
  return new DomainError("invalidInput", "a recommendation cannot rest on this", [{ name, value, detail }]);
}
