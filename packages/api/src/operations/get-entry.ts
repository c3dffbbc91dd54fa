import { Entry, Id } from "@heed/core";
import { z } from "zod";
import { entryHref } from "../contract/base-path.ts";
import { FollowUpRef, Href } from "../contract/common.ts";
import { operation } from "../contract/operation.ts";
import { idParameter } from "../contract/parameters.ts";
import { notFound } from "../contract/problem.ts";
import { followUpRef } from "../schemas/present.ts";

const EntryDetail = z
  .strictObject({ href: Href, followUp: FollowUpRef, entry: Entry })
  .meta({ id: "EntryDetail", description: "One entry of a follow-up." });

export const getEntry = operation({
  id: "getEntry",
  path: "/followUps/{id}/entries/{entry}",
  tag: "followUps",
  summary: "One entry of a follow-up; its tag is of the follow-up's version, for the next If-Match",
  params: idParameter.extend({ entry: Id.describe("The entry's id.") }),
  output: EntryDetail,
  async handle({ reads, reader, today }, { id, entry: named }) {
    const detail = await reads.followUp(reader, id, today);
    const entry = detail?.case.entries.find((each) => each.id === named);
    if (detail === undefined || entry === undefined) throw notFound("entry", named);
    return { version: detail.version, body: { href: entryHref(id, named), followUp: followUpRef(id), entry } };
  },
});
