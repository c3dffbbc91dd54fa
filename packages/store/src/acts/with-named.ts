import { type ActContext, type ActName, acts, type Id, type Organization, personAs } from "@heed/core";
import { contentOfInput } from "@heed/core/acts/content-of-input";
import { citationIdsIn, fileIdsIn } from "@heed/core/acts/file-ids";
import type { FollowUpAct } from "@heed/core/acts/follow-up-act";
import type { Sql } from "../connection/sql.ts";
import { withSides } from "../entries/entry-sides.ts";
import { usableFiles } from "../files/uploaded-files.ts";
import { currentOrganizations } from "../organizations/known-organizations.ts";
import { lookUpBodies } from "../organizations/look-up-bodies.ts";
import { citedSeen } from "./cited.ts";
import { textsNamingBodies } from "./texts-naming-bodies.ts";

/** What an act uses, with what its input names: organizations by id or in words, files that the actor may use, and the sides of the entries that it amends. */
export async function withNamed(sql: Sql, act: ActName, input: unknown, context: ActContext): Promise<ActContext> {
  const texts = textsNamingBodies(act, input, context.case);
  const { amends }: FollowUpAct = acts[act];
  return {
    ...context,
    case: amends ? await withSides(sql, context.case) : context.case,
    organizations: await organizationsInInput(sql, act, input),
    cited: await citedSeen(sql, personAs(context.actor), context.today, citationIdsIn(act, input)),
    files: await usableFiles(sql, personAs(context.actor), fileIdsIn(act, input)),
    ...(texts.length > 0 && { findBodies: await lookUpBodies(sql, texts) }),
  };
}

async function organizationsInInput(sql: Sql, act: ActName, input: unknown): Promise<Map<Id, Organization>> {
  const { successor } = contentOfInput(act, input);
  return typeof successor === "string" ? currentOrganizations(sql, [successor]) : new Map();
}
