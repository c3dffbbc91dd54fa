import { DomainError } from "@heed/core";
import { maySeeDrafts } from "@heed/core/access/reader";
import { CheckpointHash } from "@heed/core/read-models/checkpoint-hash";
import { z } from "zod";
import { listOf } from "../contract/common.ts";
import { operation } from "../contract/operation.ts";
import { pageBody, pagingOf } from "../contract/page.ts";
import { paging } from "../contract/parameters.ts";
import { noAccessToken } from "../contract/problem.ts";

export const listAuditCheckpoints = operation({
  id: "listAuditCheckpoints",
  path: "/audit/checkpoints",
  tag: "service",
  summary: "The checkpoints of the audit, the newest first",
  description:
    "For editors and assessors only, because a new checkpoint shows that something was recorded. Keep a hash elsewhere: `heed audit verify --checkpoint HASH` then shows whether something was removed or replaced since.",
  secured: true,
  query: z.object(paging),
  output: listOf("AuditCheckpointList", CheckpointHash),
  async handle({ reads, person, reader }, input) {
    if (person === undefined) throw noAccessToken();
    if (!maySeeDrafts(reader)) throw new DomainError("missingPermission", "this is for editors and assessors");
    const page = await reads.auditCheckpoints(pagingOf(input));
    return { body: pageBody("/audit/checkpoints", input, page, (checkpoint) => checkpoint) };
  },
});
