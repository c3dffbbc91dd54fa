import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";
import { expect, onTestFinished, test } from "vitest";
import { openApi30, openApi31 } from "../src/open-api/open-api.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** What a stranger writes against the document; the line after a `refused:` must not be taken. */
const program = `import createClient from "openapi-fetch";
import type { components, paths } from "./heed.ts";

const heed = createClient<paths>({ baseUrl: "http://127.0.0.1:3000/recommendationFollowUp/v1" });

const overdue = await heed.GET("/overdue", { params: { query: { asOf: "2015-06-30", kind: ["response"] } } });
const days: number[] = overdue.data?.items.map((item) => item.daysOverdue) ?? [];
const counted: number | undefined = (await heed.GET("/progressMatrix")).data?.items[0]?.followUps;
const csv: string | undefined = (await heed.GET("/exports/overdue", { parseAs: "text" })).data;
// refused:
const text: string | undefined = overdue.data;
// refused:
await heed.GET("/overdue", { params: { query: { colour: "red" } } });

const params = { path: { id: "one", entry: "two" }, header: { "If-Match": '"1"' } };
await heed.PATCH("/reports/{id}", { params, body: { title: { fr: null, nl: "Titel" }, publishedOnAbsent: null } });
await heed.PATCH("/recommendations/{id}", { params, body: { implementationDue: { on: "2016-01-01" } } });
await heed.PATCH("/reportingCycles/{id}", { params, body: { opensOn: "2016-01-01" } });
await heed.PATCH("/followUps/{id}/entries/{entry}", { params, body: { position: "accepted", reason: null } });
type Changes = components["schemas"];
const changes: Partial<Changes> = {
  ReportChanges: {
// refused:
    reference: null,
  },
  RecommendationChanges: {
// refused:
    colour: "red",
  },
  ReportingCycleChanges: {
// refused:
    closedOn: "2016-01-01",
  },
  CommitmentChanges: {
// refused:
    actor: "J. Claes",
  },
// refused:
  EntryChanges: { position: "perhaps" },
};

const refused = await heed.POST("/reports", { body: { reference: "2015", issuingBody: "myria", reportingYear: 2015 } });
const detail: string | undefined = refused.error?.detail;
console.log(days, counted, csv, text, changes, detail);
`;

test.each([
  ["3.0.3", openApi30],
  ["3.1.0", openApi31],
])(
  "a client made from the %s document types its answers and its patches",
  { timeout: 180_000 },
  async (_, document) => {
    const folder = await mkdtemp(fileURLToPath(new URL("./generated-client-", import.meta.url)));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    await writeFile(
      join(folder, "heed.ts"),
      astToString(await openapiTS(document() as OpenAPI3, { defaultNonNullable: false })),
    );
    await writeFile(join(folder, "program.ts"), program);
    const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
    const options = "--ignoreConfig --noEmit --strict --skipLibCheck --target esnext --module nodenext";
    const args = [compiler, ...options.split(" "), "--allowImportingTsExtensions", "--types", "", "program.ts"];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder }).catch(
      (error: { stdout: string }) => error,
    );
    const refused = [...stdout.matchAll(/^program\.ts\((\d+),\d+\): error/gm)].map(([, line]) => Number(line));
    const expected = program.split("\n").flatMap((line, index) => (line === "// refused:" ? [index + 2] : []));
    expect(refused, stdout).toEqual(expected);
  },
);
