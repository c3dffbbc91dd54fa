import { openReplicas, type Replicas } from "@heed/store";
import type { Logger } from "pino";
import type { ReplicaMetrics } from "./metrics/service-metrics.ts";

type Opening = Omit<Parameters<typeof openReplicas>[0], "changed" | "chosen">;

/** Opens the replicas, and tells who watches the service of them. Errors: those of openReplicas(). */
export async function watchReplicas(
  opening: Opening,
  { logger, metrics }: { logger: Logger; metrics: ReplicaMetrics | undefined },
): Promise<Replicas> {
  const replicas = await openReplicas({
    ...opening,
    changed: ({ name, state, lagMilliseconds }, why) => {
      const about = {
        replica: name,
        state,
        lagSeconds: lagMilliseconds / 1000,
        ...(why !== undefined && { err: why }),
      };
      // Logged as warnings, so that the usual level shows when it began and when it ended.
      logger.warn(
        about,
        state === "usable" ? "reads go to the replica" : "reads go to the primary, not to the replica",
      );
    },
    ...(metrics && { chosen: metrics.chosen }),
  });
  metrics?.watch(replicas.statuses);
  return replicas;
}
