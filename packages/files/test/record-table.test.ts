import type { Entry, Id } from "@heed/core";
import { entryKinds } from "@heed/core/follow-up/entries/entry";
import { describe, expect, test } from "vitest";
import { tableColumns, tableRows } from "../src/record-table.ts";

/** A value for each property that an entry of some type has. */
const values: Readonly<Record<string, unknown>> = {
  id: "e1",
  givenOn: "2024-01-10",
  knownBy: "2024-01-31",
  knownByPrecision: "month",
  knownAfter: "2023-12-31",
  recordedAt: "2024-01-11T10:00:00.000Z",
  actor: "E. Maes",
  author: { id: "user:1", side: "addressee", organization: "o1", onBehalf: true },
  corrects: "e0",
  correctsDay: true,
  source: {
    name: "letter",
    file: "letters.csv",
    row: 7,
    on: "2024-01-09",
    said: { Answer: "Oui" },
    illustrative: true,
  },
  position: "accepted",
  reason: "Agreed in council.",
  description: "A circular",
  owner: "Directorate A",
  due: { on: "2024-06-30", precision: "quarter", wording: "before summer" },
  commitment: "e2",
  outcome: "replaced",
  asOf: "2024-03-31",
  asOfPrecision: "month",
  replacedBy: "e3",
  target: { kind: "commitment", commitment: "e2" },
  to: { on: "2024-12-31", precision: "year", wording: "in the course of 2024" },
  requestedBy: "J. Peeters",
  request: "e4",
  decision: "granted",
  from: "2024-06-29",
  requestedOn: "2024-05-01",
  decidedBy: "Council of Ministers",
  decidedByOrganization: "o2",
  decidedByFreeText: true,
  parliamentToldOn: "2024-05-20",
  change: "e5",
  reportingYear: 2023,
  level: "announced",
  claim: true,
  narrative: "It is being written.",
  evidence: [
    { kind: "law", title: "Act of 10 May", url: "https://example.org/act", confidential: false },
    { kind: "document", title: "Note", confidential: true },
  ],
  update: "e6",
  rationale: "No circular was found.",
  method: "documentsReviewed",
  assessor: "A. Verifier",
  secondReader: "B. Reader",
  singleReader: "The team is small.",
  closureReason: "implemented",
  newDue: { on: "2025-06-30", precision: "day", wording: "by summer" },
  role: "joint",
  successor: "o2",
  of: "issuingBody",
  about: "e7",
  by: "Child Focus",
  text: "The circular is not known in the field.",
  retracts: "e8",
  publication: "byAct",
  answer: "e9",
};

/** What a row does not tell; docs/command-line.md says so. */
const left = new Set(["author.id", "secondReaderId", "source.said", "source.earlier"]);

async function* items(entry: object) {
  for (const id of ["o1", "o2"]) yield { list: "organizations", item: { id, name: { en: `Body ${id}` } } };
  yield {
    list: "followUps",
    item: { id: "f1", recommendation: "r1", addressee: "o1", role: "lead", entries: [entry] },
  };
}

async function rowOf(entry: object): Promise<Record<string, string>> {
  for await (const row of tableRows(items(entry)))
    return Object.fromEntries(tableColumns.map((column, index) => [column, row[index] ?? ""]));
  throw new Error("an entry has a row");
}

/** An entry of a type that says all that it can. */
function entryOf(type: Entry["type"]): Record<string, unknown> {
  const names = Object.keys(entryKinds[type].schema.shape);
  const made = Object.fromEntries(names.map((name) => [name, name === "type" ? type : values[name]]));
  return entryKinds[type].schema.parse(made) as Record<string, unknown>;
}

/** The entry without each thing that it says, one at a time. */
function* withoutEach(entry: Record<string, unknown>): Generator<[name: string, without: object]> {
  for (const [name, value] of Object.entries(entry)) {
    if (name === "type") continue;
    yield [name, { ...entry, [name]: name === "evidence" ? [] : undefined }];
    if (name === "author" || name === "source")
      for (const inner of Object.keys(value as object))
        yield [`${name}.${inner}`, { ...entry, [name]: { ...(value as object), [inner]: undefined } }];
  }
}

describe.each(Object.keys(entryKinds) as Entry["type"][])("the row of an entry: %s", (type) => {
  test("tells all that the entry says", async () => {
    const entry = entryOf(type);
    const row = await rowOf(entry);
    for (const [name, without] of withoutEach(entry)) {
      // What an entry needs cannot be absent, and is in a cell of its own.
      if (["id", "recordedAt"].includes(name)) continue;
      if (left.has(name)) expect(await rowOf(without), name).toEqual(row);
      else expect(await rowOf(without), name).not.toEqual(row);
    }
  });
});

test("what was decided about a date is in columns of its own, organizations by their names", async () => {
  const id: Id = "o2";
  expect(await rowOf(entryOf("deadlineChange"))).toMatchObject({
    deadline: "commitment",
    commitment: "e2",
    decision: "granted",
    formerDue: "2024-06-29",
    newDue: "2024",
    newDueWording: "in the course of 2024",
    requestedBy: "J. Peeters",
    requestedOn: "2024-05-01",
    decidedBy: "Council of Ministers",
    decidedByOrganization: `Body ${id}`,
    parliamentToldOn: "2024-05-20",
    authorSide: "addressee",
    authorOrganization: "Body o1",
    source: "letter",
  });
  expect(await rowOf(entryOf("observation"))).toMatchObject({
    observer: "Child Focus",
    observation: "The circular is not known in the field.",
    evidence: "law: Act of 10 May <https://example.org/act> | document: Note (confidential)",
  });
  expect(await rowOf(entryOf("roleChange"))).toMatchObject({ role: "lead", newRole: "joint" });
});
