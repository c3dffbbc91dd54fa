import { allowedActsOn } from "../contract/allowed-acts.ts";
import { hrefOf } from "../contract/base-path.ts";
import { theCycle } from "../contract/named.ts";
import { operation } from "../contract/operation.ts";
import { idParameter } from "../contract/parameters.ts";
import { notFound } from "../contract/problem.ts";
import { ReportingCycleDetail } from "../schemas/register.ts";

export const getReportingCycle = operation({
  id: "getReportingCycle",
  path: "/reportingCycles/{id}",
  tag: "reports",
  summary: "One reporting cycle, by id or by its year",
  params: idParameter,
  output: ReportingCycleDetail,
  async handle(context, { id: named }) {
    const { reads } = context;
    const id = await theCycle(reads, named);
    const detail = await reads.reportingCycle(id);
    if (detail === undefined) throw notFound("reporting cycle", named);
    const { cycle, version, hasSnapshot } = detail;
    const href = hrefOf("reportingCycles", id);
    return {
      version,
      body: {
        ...cycle,
        href,
        version,
        ...(hasSnapshot && { snapshot: `${href}/snapshot` }),
        ...(await allowedActsOn(context, { on: "reportingCycle", id })),
      },
    };
  },
});
