import { allowedActsOn } from "../contract/allowed-acts.ts";
import { hrefOf } from "../contract/base-path.ts";
import { operation } from "../contract/operation.ts";
import { idParameter } from "../contract/parameters.ts";
import { notFound } from "../contract/problem.ts";
import { Report } from "../schemas/report.ts";

export const getReport = operation({
  id: "getReport",
  path: "/reports/{id}",
  tag: "reports",
  summary: "One report",
  params: idParameter,
  output: Report,
  async handle(context, { id }) {
    const { reads, reader } = context;
    const detail = await reads.report(reader, id);
    if (detail === undefined) throw notFound("report", id);
    const { report, version, formerVersions } = detail;
    const { issuingBody, ...rest } = report;
    const body = await reads.organization(issuingBody);
    if (body === undefined) throw notFound("organization", issuingBody);
    return {
      version,
      body: {
        ...rest,
        href: hrefOf("reports", id),
        issuingBody: { id: body.id, code: body.code, name: body.name, href: hrefOf("organizations", body.id) },
        ...(formerVersions.length > 0 && { formerVersions }),
        ...(await allowedActsOn(context, { on: "report", id })),
      },
    };
  },
});
