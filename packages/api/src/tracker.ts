import { randomUUID } from "node:crypto";
import { dayOf, publicReader } from "@heed/core";
import { inspectionWith, readFigures, readItemTable, readProposed, withinTime } from "@heed/files";
import {
  accessDesk,
  type Database,
  draftDesk,
  exportRecord,
  type FilesAt,
  filePlaceOf,
  foreseeOrganizationChange,
  foreseeSettingChange,
  megabyte,
  performAct,
  performAll,
  performEach,
  performRegisterAct,
  performRegisterActs,
  personOfToken,
  type Replicas,
  readUploadedFile,
  receiveFile,
  reminderDesk,
  takeItems,
  trackerReads,
  uploadFile,
  usualLimit,
} from "@heed/store";
import type { ServiceTracker } from "./app.ts";
import { writtenToFreeze } from "./documents/written-to-freeze.ts";
import { atATime } from "./http/at-a-time.ts";
import { importDesk } from "./imports/import-desk.ts";
import { runningImports } from "./imports/running-imports.ts";
import { takeBroughtFigures } from "./workbooks/take-brought-figures.ts";
import { takeBroughtItems } from "./workbooks/take-brought-items.ts";
import { takeBroughtWorkbook } from "./workbooks/take-brought-workbook.ts";

/** How files of evidence are taken in, and where they lie. */
export type FileOptions = {
  /** Where files are kept; without it beside the database of SQLite, or in that of PostgreSQL. */
  at?: FilesAt;
  /** The largest file, in bytes. */
  limit?: number;
  /** The largest file that is imported, in bytes. */
  importLimit?: number;
  /** Where clamd listens: `tcp://HOST:PORT` or `unix:PATH`. */
  scanner?: string;
};

/** The largest file that is imported where nothing else is set. */
const usualImportLimit = 100 * megabyte;

/** The largest file in which recommendations or numbers are looked for, in bytes: it is read beside other requests. */
const largestProposed = 10 * megabyte;

/** What the service reads and writes with, on an open database and its replicas. */
export function trackerOf(
  database: Database,
  { at, limit = usualLimit, importLimit = usualImportLimit, scanner }: FileOptions = {},
  replicas?: Replicas,
): ServiceTracker & { imports: { stop: () => Promise<void> } } {
  const service = { systemUser: "service", newId: randomUUID };
  const place = filePlaceOf(database, at);
  const inspect = inspectionWith(scanner);
  const reads = trackerReads(database, replicas);
  const running = runningImports(database);
  const importing = { database, place, filesAt: at, limit: importLimit, running };
  return {
    reads,
    identify: (token, at) =>
      personOfToken(database, token, at, async (moment) => dayOf(await reads.settings(), moment)),
    perform: async (acting, act) => performAct(database, { ...act, ...acting, ...service }),
    drafts: (acting) => draftDesk(database, { ...acting, ...service }),
    foresees: (acting) => ({
      changeOrganizations: (input) => foreseeOrganizationChange(database, acting, input),
      changeSettings: (input) => foreseeSettingChange(database, acting, input),
    }),
    access: (acting) => accessDesk(database, { ...acting, ...service }),
    reminders: (acting) => reminderDesk(database, acting),
    record: atATime(2, (reader, today, settings) => {
      const from = replicas?.readsFor(reader === publicReader ? "anyone" : "person") ?? database;
      return exportRecord(from, reader, today, settings);
    }),
    imports: { desk: (acting) => importDesk(importing, acting), stop: running.stop },
    takeWorkbook: takeBroughtWorkbook(database, place),
    takeFigures: takeBroughtFigures(database, place),
    performSeveral: async (acting, acts, together) =>
      (together ? performAll : performEach)(database, { acts, ...acting, ...service }),
    async performRegister(acting, act) {
      const written = act.act === "freezeReport" ? await writtenToFreeze(reads, acting, act) : undefined;
      return performRegisterAct(database, { ...act, ...acting, ...service, ...(written && { written }) });
    },
    performRegisterActs: async (acting, acts, told) =>
      performRegisterActs(database, acts, { ...acting, ...service }, told && { told }),
    takeItems: async (acting, table, asked) =>
      takeItems(database, table, { ...asked, within: withinTime }, { ...acting, ...service }),
    takeBroughtItems: takeBroughtItems(database, place),
    files: {
      upload: (acting, { name, told, bytes }) =>
        uploadFile(database, place, {
          ...acting,
          ...{ name, bytes, limit, newId: randomUUID },
          inspect: (path) => inspect(path, name, told),
        }),
      propose: ({ name, bytes }, language) =>
        receiveFile(place, bytes, largestProposed, ({ path }) => readProposed(path, name, language)),
      readFigures: ({ name, bytes }, language) =>
        receiveFile(place, bytes, largestProposed, ({ path }) => readFigures(path, { name, language })),
      readItems: ({ name, bytes }, mapping) =>
        receiveFile(place, bytes, largestProposed, ({ path }) => readItemTable(path, name, mapping)),
      uploaded: (person, id) => readUploadedFile(database, person, id),
      async open({ digest, size }, range) {
        const kept = await place.sizeOf(digest);
        if (kept !== undefined && kept !== size)
          throw new Error(
            `the file ${digest} has ${kept} bytes in ${place.name}, and had ${size}: restore it from a backup`,
          );
        return place.open(digest, range);
      },
    },
  };
}
