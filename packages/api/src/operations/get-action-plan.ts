import type { Day, Id } from "@heed/core";
import { readActionPlan } from "@heed/files";
import { z } from "zod";
import type { Operation } from "../contract/operation.ts";
import { asOf, idParameter, lang } from "../contract/parameters.ts";
import { notFound } from "../contract/problem.ts";
import { jsonDownload } from "./get-exchange-files.ts";

export const getActionPlan: Operation = {
  id: "getActionPlan",
  method: "get",
  path: "/reports/{id}/actionPlan",
  tag: "reports",
  summary: "The follow-up of a report as a plan of action and milestones of OSCAL 1.0.6",
  description:
    "For tools of audit and of risk that read this format of NIST. What is lost on the way is told in docs/exchange.md.",
  params: idParameter,
  query: z.object({ asOf, lang }),
  output: z.string(),
  async download({ reads, reader, today, language }, { id, asOf: asked }: { id: Id; asOf?: Day }) {
    const detail = await reads.report(reader, id);
    if (detail === undefined) throw notFound("report", id);
    const day = asked ?? today;
    const plan = await readActionPlan(reads, reader, detail.report, { asOf: day, language });
    return jsonDownload(`action-plan-${day}.json`, "application/json", plan);
  },
};
