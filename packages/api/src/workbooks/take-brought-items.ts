import { randomUUID } from "node:crypto";
import type { Id } from "@heed/core";
import type { ItemsAsked } from "@heed/core/collected-item/brought/item-acts";
import { readItemTable } from "@heed/files";
import { type Database, type FilePlace, forgetUpload, type TakenItems, takeItems } from "@heed/store";
import type { ActingAs } from "../contract/acting-as.ts";
import { readBroughtFile } from "./read-brought-file.ts";

export type BroughtItems = Omit<ItemsAsked, "mapping"> & { file: Id; dryRun?: boolean | undefined };

export type TakeBroughtItems = (acting: Omit<ActingAs, "request">, brought: BroughtItems) => Promise<TakenItems>;

/** Takes in a table that was brought as a file of the person or a colleague, which is removed then. Errors: notFound; those of takeItems(). */
export function takeBroughtItems(database: Database, place: FilePlace): TakeBroughtItems {
  return async ({ person, at, settings }, { file, ...asked }) => {
    const table = await readBroughtFile({ database, place }, { person, file }, ({ path, name }) =>
      readItemTable(path, name),
    );
    const acting = { person, at, settings, systemUser: "service", newId: randomUUID };
    const taken = await takeItems(database, table, asked, acting);
    // A table of contacts names persons: it does not outlive what is erased of the record.
    if (asked.dryRun !== true) await forgetUpload(database, place, file);
    return taken;
  };
}
