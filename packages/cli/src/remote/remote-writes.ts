import { openAsBlob } from "node:fs";
import { acts, type Day, type Id } from "@heed/core";
import type { FollowUpAct } from "@heed/core/acts/follow-up-act";
import type { TrackerReads } from "@heed/core/read-models/tracker-store";
import type { TrackerWrites } from "../acting/tracker-writes.ts";
import { type ActAnswer, performedOf } from "./act-answer.ts";
import { remoteDrafts } from "./remote-drafts.ts";
import { remoteRegister } from "./remote-register.ts";
import type { Service } from "./service.ts";

const at = encodeURIComponent;

/** The writes of a service. Who writes is who has the token. */
export function remoteWrites(service: Service, reads: TrackerReads, today: Day): TrackerWrites {
  return {
    async perform({ followUp, act, input, expectedVersion }) {
      const thing = `/followUps/${at(followUp)}`;
      const { operation }: FollowUpAct = acts[act];
      const version = expectedVersion ?? (await service.versionRead(thing));
      if ("collection" in operation)
        return performedOf(
          await service.send<ActAnswer>("post", `${thing}/${operation.collection}`, { body: input, version }),
        );
      const { corrects, change } = input as { corrects: Id; change: object };
      return performedOf(
        await service.send<ActAnswer>("patch", `${thing}/entries/${at(corrects)}`, { body: change, version }),
      );
    },
    performRegister: remoteRegister(service, reads, today),
    drafts: remoteDrafts(service),
    async takeIn({ name, path }) {
      const sent = { query: { name }, file: await openAsBlob(path) };
      return (await service.send<{ id: Id }>("post", "/files", sent)).id;
    },
  };
}
