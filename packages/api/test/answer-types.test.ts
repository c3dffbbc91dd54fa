import { expect, test } from "vitest";
import { operation } from "../src/contract/operation.ts";
import { OverdueList } from "../src/schemas/overdue.ts";
import { followUpItem, obligationItem } from "../src/schemas/present.ts";

/**
 * What an operation answers is what its schema says, or it does not compile: each `@ts-expect-error` is checked by
 * `tsc -p tsconfig.test.json`, and the schema refuses the same answer.
 */
const listing = { id: "listOverdue", path: "/overdue", tag: "overdue" as const, summary: "-", output: OverdueList };

const justice = { id: "justice", code: "just", name: { en: "FPS Justice" } };
const item = {
  followUp: "2011-03-just",
  recommendation: { id: "2011-03", reference: "2011-03" },
  report: { id: "report-2011", reference: "2011", reportingYear: 2011 },
  addressee: justice,
  responsible: justice,
  kind: "response",
  due: "2012-01-01",
  originalDue: "2012-01-01",
  moves: 0,
  missedYears: [],
  timeliness: "longOverdue",
  daysOverdue: 400,
  daysOverdueOriginal: 400,
  daysWithIssuer: 0,
  position: "awaiting",
  reported: "notReported",
  assessed: "notAssessed",
  lifecycle: "open",
  reasons: [{ rule: "D1", code: "responsePeriod", dates: { due: "2012-01-01" } }],
} as const;

const totals = {
  total: 1,
  totalsByKind: { response: 1, commitment: 0, implementation: 0, update: 0, verification: 0 },
  totalsByAge: { days1To30: 0, days31To90: 0, days91To180: 0, days181To365: 0, daysOver365: 1 },
};
const list = { self: "/overdue", asOf: "2013-02-04", ...totals };
const body = { ...list, items: [obligationItem(item)] };

test("an answer that its schema describes compiles", async () => {
  operation({ ...listing, handle: async () => ({ body }) });
  expect(OverdueList.safeParse(body).error).toBeUndefined();
});

test("a body that lacks a property does not compile", () => {
  const { totalsByKind: _, ...lacking } = body;
  // @ts-expect-error totalsByKind is missing
  operation({ ...listing, handle: async () => ({ body: lacking }) });
  expect(OverdueList.safeParse(lacking).success).toBe(false);
});

test("a body with a misspelled property does not compile", () => {
  const { next: _, ...misspelled } = { ...body, next: "/overdue?after=place", nxt: "/overdue?after=place" };
  // @ts-expect-error nxt is no property, and next may be absent
  operation({ ...listing, handle: async () => ({ body: misspelled }) });
  expect(OverdueList.safeParse(misspelled).success).toBe(false);
});

test("an item that lacks a link does not compile", () => {
  const unlinked = { ...list, items: [{ ...obligationItem(item), addressee: justice }] };
  // @ts-expect-error the addressee has no href
  operation({ ...listing, handle: async () => ({ body: unlinked }) });
  expect(OverdueList.safeParse(unlinked).success).toBe(false);
});

test("an item with a surplus property, or one of another type, does not compile, however deep", () => {
  const surplus = { ...list, items: [{ ...obligationItem(item), staleFrom: "2013-01-01" }] };
  // @ts-expect-error staleFrom is a property of what is stale
  operation({ ...listing, handle: async () => ({ body: surplus }) });
  expect(OverdueList.safeParse(surplus).success).toBe(false);

  // The reasons of the domain have neither a text nor a link to their rule.
  const bare = { ...list, items: [{ ...followUpItem(item), reasons: item.reasons }] };
  // @ts-expect-error a reason has no href and no text
  operation({ ...listing, handle: async () => ({ body: bare }) });
  expect(OverdueList.safeParse(bare).success).toBe(false);

  const spelled = { ...list, items: [{ ...obligationItem(item), moves: "0" }] };
  // @ts-expect-error moves is a number
  operation({ ...listing, handle: async () => ({ body: spelled }) });
  expect(OverdueList.safeParse(spelled).success).toBe(false);
});
