import { randomUUID } from "node:crypto";
import { dayOf, type Id } from "@heed/core";
import type { Label } from "@heed/core/label";
import { figuresActs } from "@heed/core/statistics/workbook/figures-acts";
import { readFigures } from "@heed/files";
import { type Database, type FilePlace, performRegisterActs, trackerReads } from "@heed/store";
import type { ActingAs } from "../contract/acting-as.ts";
import { readBroughtFile } from "./read-brought-file.ts";

/** How many figures were taken in, and how many were known already. */
export type TakenFigures = { taken: number; unchanged: number };

export type TakeFigures = (
  acting: Omit<ActingAs, "request">,
  brought: { file: Id; language: keyof Label },
) => Promise<TakenFigures>;

/** Takes in a workbook of numbers that was brought as a file of the person or a colleague. Errors: notFound; those of readFigures() and figuresActs(). */
export function takeBroughtFigures(database: Database, place: FilePlace): TakeFigures {
  return async ({ person, at, settings }, { file, language }) => {
    const filled = await readBroughtFile({ database, place }, { person, file }, ({ path, name }) =>
      readFigures(path, { name, language }),
    );
    const today = dayOf(settings, at);
    const asking = { reads: trackerReads(database), reader: { rights: person.rights, today } };
    const { acts, unchanged } = await figuresActs(asking, filled, { today, language });
    await performRegisterActs(database, acts, { person, at, settings, systemUser: "service", newId: randomUUID });
    return { taken: acts.length, unchanged };
  };
}
