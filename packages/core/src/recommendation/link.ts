import { z } from "zod";
import { Id } from "../source.ts";
import { Day } from "../time/day.ts";

export const LinkType = z
  .enum(["repeats", "sharpens", "supersedes", "splitFrom", "mergedInto", "relatesTo", "echoes"])
  .meta({ id: "LinkType" });

/** How one recommendation stands to another. */
export const Link = z.strictObject({ id: Id, type: LinkType, from: Id, to: Id, on: Day }).meta({ id: "Link" });
export type Link = z.infer<typeof Link>;
