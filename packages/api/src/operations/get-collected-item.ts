import { hrefOf } from "../contract/base-path.ts";
import { operation } from "../contract/operation.ts";
import { idParameter } from "../contract/parameters.ts";
import { notFound } from "../contract/problem.ts";
import { CollectedItemDetail } from "../schemas/collected-item.ts";
import { restsOnItOf } from "../schemas/ground.ts";

export const getCollectedItem = operation({
  id: "getCollectedItem",
  path: "/collectedItems/{id}",
  tag: "collected",
  summary: "One thing that a body collected; its tag is for the next If-Match",
  params: idParameter,
  output: CollectedItemDetail,
  async handle({ reads, reader, today }, { id }) {
    const detail = await reads.collectedItem(reader, id);
    if (detail === undefined) throw notFound("collected item", id);
    const { item, version, formerVersions } = detail;
    const body = (await reads.organizationsById([item.issuingBody])).get(item.issuingBody);
    return {
      version,
      body: {
        ...item,
        href: hrefOf("collectedItems", id),
        version,
        issuingBody: {
          id: item.issuingBody,
          name: body?.name ?? {},
          ...(body && { code: body.code }),
          href: hrefOf("organizations", item.issuingBody),
        },
        restsOnIt: await restsOnItOf(reads, reader, { item: id }, today),
        ...(formerVersions.length > 0 && { formerVersions }),
      },
    };
  },
});
