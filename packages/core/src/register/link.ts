import { z } from "zod";
import { byEditor } from "../acting/action-rule.ts";
import { parseInput } from "../acting/parse-input.ts";
import { DomainError } from "../domain-error.ts";
import { Link, LinkType } from "../recommendation/link.ts";
import type { Recommendation } from "../recommendation/recommendation.ts";
import { publicationText, publishedFrom } from "../report/publication-day.ts";
import type { Report } from "../report/report.ts";
import { type RegisterAct, type RegisterContext, requireAllowedOnRegister } from "./register-act.ts";

const { to, echoes, on, reason } = Link.shape;
const type = LinkType.exclude(["restsOn"]);

export const NewLink = z
  .strictObject({ type, to, echoes, on: on.optional().describe("The newer one's publication when absent."), reason })
  .meta({ id: "NewLink", description: "A link from this recommendation to another one, usually an older one." });

export const linkAct = {
  name: "link",
  on: "recommendation",
  roles: byEditor.roles,
  states: ["published"],
  input: NewLink,
  makes: "link",
  operation: {
    id: "linkRecommendation",
    method: "post",
    path: "/recommendations/{id}/links",
    summary: "Link it to another recommendation, usually an older one",
    creates: true,
  },
  command: {
    noun: "recommendation",
    verb: "link",
    about: "Link two recommendations: the first repeats, sharpens, supersedes … the second",
    names: { thing: "<from>", to: "[to]" },
    options: {
      type: ["--type <type>", "how"],
      echoes: ["--echoes <text>", "the external recommendation that it echoes, such as a paragraph of a treaty body"],
      on: ["--on <day>", "the day from which it counts (default: the first one's publication)"],
      reason: ["--reason <text>", "why"],
    },
  },
} as const satisfies RegisterAct;

type Linked = {
  recommendation: Pick<Recommendation, "id" | "reference">;
  report: Pick<Report, "status" | "publishedOn" | "publishedOnPrecision">;
};

/**
 * Links `from` to the `older` recommendation that it repeats, sharpens, supersedes …; `older` is absent when `from`
 * echoes an external recommendation.
 */
export function link(context: RegisterContext, from: Linked, older: Linked | undefined, input: unknown): Link {
  const content = parseInput(NewLink, input);
  for (const { report } of older === undefined ? [from] : [from, older])
    requireAllowedOnRegister(linkAct, context, report.status);
  const day = content.on ?? from.report.publishedOn ?? context.today;
  const made = parseInput(Link, {
    ...content,
    id: context.newId(),
    from: from.recommendation.id,
    on: day,
    recordedAt: context.at,
  });
  const first = older && publishedFrom(older.report);
  if (older !== undefined && first !== undefined && day < first)
    throw new DomainError("invalidInput", "a link leads from the newer recommendation to the older one", [
      {
        name: "on",
        value: day,
        detail: `${older.recommendation.reference} is the older one: ${publicationText(older.report)}`,
      },
    ]);
  return made;
}
