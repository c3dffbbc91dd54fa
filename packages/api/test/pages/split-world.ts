import type { RecordFile } from "@heed/core";
import { world } from "../../../core/test/example-world.ts";

/** The example world, in which the federal police is split on 1 June 2015, and no theme tells who follows. */
export const splitWorld: RecordFile = {
  ...world,
  organizationChanges: [
    ...world.organizationChanges,
    {
      ...{ id: "police-split", type: "split", on: "2015-06-01", originals: ["federal-police"] },
      results: ["justice", "interior"].map((organization) => ({ organization, themes: [] })),
      recordedAt: "2015-06-01T09:00:00Z",
    },
  ],
};
