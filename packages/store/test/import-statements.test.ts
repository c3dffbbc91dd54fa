import type { Database, Sql, SqlValue } from "@heed/store";
import { expect, test } from "vitest";
import { describeSqlite } from "./describe-database.ts";
import { takeFile } from "./mapped-file.ts";

const mapping = {
  name: "register",
  unknownOrganizations: "create",
  report: {
    reference: "{Report}",
    issuingBody: "The Ombudsman",
    reportingYear: "{Year}",
    publishedOn: "{Published}",
  },
  recommendation: { reference: "{Number}", text: "{Text}", themes: { column: "Theme", split: ";" } },
  addressees: [
    {
      names: { column: "To", split: ";" },
      entries: [
        { type: "response", position: { column: "Answer", map: { Agreed: "accepted" } }, givenOn: "{Answered}" },
      ],
    },
  ],
};
const header = "Report,Year,Published,Number,Text,Theme,To,Answer,Answered";
const rows = [
  "A,2020,2021-03-01,1,Train inspectors.,training,Justice;Interior,Agreed,2021-04-01",
  "A,2020,2021-03-01,2,Publish figures.,figures,Intérieur,,",
  "B,2021,2022-03-01,1,Fund shelters.,shelters,Interieur,Agreed,2022-05-01",
];

type Step = { id: number; parent: number; detail: string };

/** Steps made again for each row of another table that read all that an import staged in a table. */
function readsAllAgain(steps: readonly Step[]): string[] {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const isRepeated = ({ parent }: Step): boolean => {
    const above = byId.get(parent);
    return above !== undefined && (/^CORRELATED/.test(above.detail) || isRepeated(above));
  };
  return steps
    .filter((step) => isRepeated(step) && /USING PRIMARY KEY \(run_id=\?\)|^SCAN staged/.test(step.detail))
    .map(({ detail }) => detail);
}

/** The same database, which notes the statements of its transactions. */
function noting(database: Database, statements: Map<string, readonly SqlValue[]>): Database {
  const noted = (sql: Sql): Sql => {
    const passing = (name: "all" | "run") => ({
      value: (text: string, values: readonly SqlValue[] = []) => {
        if (/^\s*(WITH|SELECT|INSERT|UPDATE|DELETE)\b[\s\S]*\bstaged_/.test(text)) statements.set(text, values);
        return sql[name](text, values);
      },
    });
    return Object.create(sql, { all: passing("all"), run: passing("run") }) as Sql;
  };
  return Object.create(database, {
    transaction: {
      value: (work: (sql: Sql) => Promise<unknown>, how?: Parameters<Database["transaction"]>[1]) =>
        database.transaction((sql) => work(noted(sql)), how),
    },
  }) as Database;
}

describeSqlite("an import", (open) => {
  test("reads all staged rows in no statement for each row of another: twice the rows take twice the time", async () => {
    const { database } = await open();
    const statements = new Map<string, readonly SqlValue[]>();
    const watched = noting(database, statements);
    await takeFile(watched, mapping, [header, ...rows]);
    await takeFile(watched, mapping, [header, ...rows], { day: "2023-01-01" });
    await takeFile(watched, mapping, [header, ...rows.map((row) => row.replace("Agreed", ""))], { day: "2024-01-01" });
    expect(statements.size).toBeGreaterThan(60);
    const faults: string[] = [];
    for (const [text, values] of statements)
      for (const fault of readsAllAgain(await database.all<Step>(`EXPLAIN QUERY PLAN ${text}`, values)))
        faults.push(`${fault}: ${text.replace(/\s+/g, " ")}`);
    expect(faults).toEqual([]);
  });
});
