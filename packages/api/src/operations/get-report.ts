import { hrefOf } from "../base-path.ts";
import { notFound } from "../http/problem.ts";
import { operation } from "../operation.ts";
import { Report } from "../schemas/follow-up.ts";
import { idParameter } from "../schemas/parameters.ts";

export const getReport = operation({
  id: "getReport",
  path: "/reports/{id}",
  tag: "reports",
  summary: "One report",
  params: idParameter,
  output: Report,
  single: true,
  async handle({ reads, reader }, { id }) {
    const report = await reads.report(reader, id);
    if (report === undefined) throw notFound("report", id);
    const { issuingBody, ...rest } = report;
    const body = await reads.organization(issuingBody);
    if (body === undefined) throw notFound("organization", issuingBody);
    return {
      body: {
        ...rest,
        href: hrefOf("reports", id),
        issuingBody: { id: body.id, code: body.code, name: body.name, href: hrefOf("organizations", body.id) },
      },
    };
  },
});
