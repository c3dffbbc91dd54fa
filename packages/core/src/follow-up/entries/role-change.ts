import { z } from "zod";
import { ReadableText } from "../../text/bounded-text.ts";
import { Role } from "../follow-up.ts";
import { entryBase } from "./entry-base.ts";
import { entryKind } from "./entry-kind.ts";

/** An editor changes the role of the addressee; the printed role stays on the follow-up (R5). */
export const RoleChange = z
  .strictObject({ ...entryBase, type: z.literal("roleChange"), role: Role, reason: ReadableText })
  .meta({ id: "RoleChange", description: "The role in which it is addressed from that day." });
export type RoleChange = z.infer<typeof RoleChange>;

export const roleChangeKind = entryKind(RoleChange, {
  side: "issuingBody",
  fixed: ["role"],
});
