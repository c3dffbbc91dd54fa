import { CollectedItem as CoreCollectedItem } from "@heed/core/collected-item/collected-item";
import { CollectedItemDetail as CoreDetail } from "@heed/core/read-models/collected-item-detail";
import { Href, listOf, OrganizationRef } from "../contract/common.ts";
import { linked } from "../contract/linked.ts";
import { RestsOnIt } from "./ground.ts";

const byBody = { href: Href, issuingBody: OrganizationRef.partial({ code: true }) };

export const CollectedItemDetail = linked(CoreCollectedItem, {
  href: Href,
  issuingBody: OrganizationRef.partial({ code: true }),
  version: CoreDetail.shape.version,
  restsOnIt: RestsOnIt,
  formerVersions: CoreDetail.shape.formerVersions.optional(),
}).meta({ id: "CollectedItemDetail", description: CoreDetail.description ?? "" });

export const CollectedItemList = listOf(
  "CollectedItemList",
  linked(CoreCollectedItem, byBody).meta({ id: "CollectedItemItem" }),
);
