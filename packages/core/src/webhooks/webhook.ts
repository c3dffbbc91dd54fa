import { z } from "zod";
import { ChangeKind } from "../follow-up/changes/change.ts";
import { Id, Instant } from "../source.ts";

/** Machines that nobody outside reaches: only to them something may be sent in the clear. */
const inside =
  /^(?:localhost|127(?:\.\d+){3}|10(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|\[::1\]|\[f[cd][\da-f:]*\])$/i;

/** A scheme, a host, perhaps a port, and what follows; nothing that names a user. */
const plainAddress = /^(https?):\/\/(\[[\da-f:.]+\]|[^/:?#@\s[\]]+)(?::\d+)?(?:[/?][^#\s]*)?$/;

/** Where a program of somebody else is told what changes. */
export const NewWebhook = z
  .strictObject({
    url: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .refine((text) => {
        const [, scheme = "", host = ""] = plainAddress.exec(text) ?? [];
        return scheme === "https" || (scheme === "http" && inside.test(host));
      }, "must begin with https:// (http:// within the own network), without a user, a password or a #"),
    kinds: z.array(ChangeKind).readonly().optional().describe("Only these; all of them where it is absent."),
  })
  .meta({ id: "NewWebhook", description: "Where a program of somebody else is told what changes." });
export type NewWebhook = z.infer<typeof NewWebhook>;

export const Webhook = NewWebhook.extend({
  id: Id,
  createdAt: Instant,
  rotatedAt: Instant.optional().describe("When its secret was replaced."),
  formerUntil: Instant.optional().describe("Until when messages are signed by the former secret too."),
  waiting: z.int().describe("Messages that wait to be sent or to be tried again."),
  givenUp: z.int().describe("Messages that were given up."),
}).meta({ id: "Webhook", description: "Where a program of somebody else is told what changes; without its secret." });
export type Webhook = z.infer<typeof Webhook>;

/** So long messages are signed by the former secret too, in hours. */
export const formerSecretFor = 24;
