import { describe, expect, test } from "vitest";
import { readerAs } from "../src/access/reader.ts";
import type { ReaderRole } from "../src/access/right.ts";
import { maySeeConfidential } from "../src/access/visibility.ts";
import { defaultSettings, type Entry, standing, withoutConfidential } from "../src/index.ts";
import { aFollowUp, given } from "./builders.ts";

const open = { kind: "document" as const, title: "The circular", confidential: false };
const secret = { kind: "file" as const, title: "File 12/345", confidential: true };
const kept = given("evidence", "2024-01-01", { id: "kept", evidence: [secret] });
const finding = given("assessment", "2024-02-01", {
  id: "finding",
  reportingYear: 2023,
  asOf: "2024-01-01",
  level: "underWay",
  method: "documentsReviewed",
  evidence: [open, secret],
});

const ids = (entries: readonly Entry[]) => entries.map(({ id }) => id);

describe("without the right", () => {
  test("confidential evidence leaves an entry, and an entry of nothing else leaves no trace", () => {
    const { visible, hidden } = withoutConfidential([kept, finding]);
    expect(visible).toEqual([{ ...finding, evidence: [open] }]);
    expect(ids(hidden)).toEqual(["kept"]);
  });

  test("neither does what takes it back, nor what corrects it", () => {
    const back = given("retraction", "2024-03-01", { id: "back", retracts: "kept", reason: "wrong follow-up" });
    const again = given("retraction", "2024-03-02", { id: "again", retracts: "back", reason: "no, it was right" });
    expect(withoutConfidential([kept, back, again]).visible).toEqual([]);
    const released = { ...kept, id: "released", corrects: "kept", evidence: [{ ...open, title: "Summary" }] };
    const [shown] = withoutConfidential([kept, released]).visible;
    expect(shown).toMatchObject({ id: "released" });
    expect(shown).not.toHaveProperty("corrects");
  });

  test("what became confidential is so in the version before, too", () => {
    const leaked = { ...kept, id: "leaked", evidence: [{ ...secret, confidential: false }] };
    const mended = { ...kept, id: "mended", corrects: "leaked" };
    expect(withoutConfidential([leaked, mended]).visible).toEqual([]);
  });

  const version = (id: string, evidence: readonly object[], corrects?: string) =>
    ({ ...kept, id, evidence, ...(corrects && { corrects }) }) as Entry;
  const shown = (...entries: Entry[]) =>
    withoutConfidential(entries).visible.map(
      (entry) => "evidence" in entry && entry.evidence.map(({ title }) => title),
    );

  test("also under another title, or with another address", () => {
    const leaked = version("leaked", [{ ...secret, confidential: false }]);
    const retitled = version("retitled", [{ ...secret, title: "Redacted" }], "leaked");
    expect(shown(leaked, retitled)).toEqual([]);
    const moved = version("moved", [{ ...secret, url: "https://x.example/1" }], "leaked");
    expect(shown(leaked, moved)).toEqual([]);
    const beside = version("beside", [open, { ...secret, title: "Redacted" }], "leaked");
    expect(shown({ ...leaked, evidence: [open, { ...secret, confidential: false }] } as Entry, beside)).toEqual([
      [open.title],
    ]);
    const emptied = version("emptied", [open], "leaked");
    expect(shown(leaked, emptied, version("last", [open, { ...secret, title: "Redacted" }], "emptied"))).toEqual([
      [open.title],
    ]);
  });

  test("two items of one title are two", () => {
    const [one, two] = [
      { ...open, url: "https://x.example/open" },
      { ...open, url: "https://x.example/file" },
    ];
    const both = version("both", [one, { ...two, confidential: true }]);
    expect(withoutConfidential([both]).visible).toMatchObject([{ evidence: [one] }]);
    const before = version("before", [one, two]);
    const [was, ...others] = withoutConfidential([before, { ...both, corrects: "before" }]).visible;
    expect([was, others]).toMatchObject([{ evidence: [one] }, []]);
  });

  test("a confidential item that is added hides nothing that stays open", () => {
    const first = version("first", [open]);
    expect(shown(first, version("second", [open, secret], "first"))).toEqual([[open.title]]);
    const third = version("third", [open, secret, { ...open, title: "An act" }], "second");
    expect(shown(first, version("second", [open, secret], "first"), third)).toEqual([
      [open.title],
      [open.title, "An act"],
    ]);
  });
});

test("it does not keep a follow-up from being stale", () => {
  const answer = given("response", "2022-12-01", { position: "accepted" });
  const stale = (entries: Entry[]) => standing(aFollowUp(entries), "2024-06-01", defaultSettings)?.stale;
  expect(stale([answer])).toBe(true);
  expect(stale([answer, kept])).toBe(true);
  expect(stale([answer, { ...kept, evidence: [open, secret] }])).toBe(false);
});

test("the Centre sees it, and the respondent of who answers; nobody else", () => {
  const standing = { responsible: { state: "answers" as const, organization: "victims", candidates: [] } };
  const sees = (role: ReaderRole, ...organizations: string[]) =>
    maySeeConfidential(readerAs(role, organizations), "justice", standing);
  expect([sees("editor"), sees("assessor"), sees("admin"), sees("respondent", "victims")]).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect([sees("public"), sees("parliament"), sees("respondent", "justice")]).toEqual([false, false, false]);
});

test("what a correction made confidential keeps no follow-up from being stale, retracted or not", () => {
  const answer = given("response", "2022-12-01", { position: "accepted" });
  const stale = (entries: Entry[]) => standing(aFollowUp(entries), "2024-06-01", defaultSettings)?.staleFrom;
  const shown: Entry = { ...kept, id: "shown", evidence: [open] };
  const hidden: Entry = { ...kept, id: "hidden", corrects: "shown", evidence: [{ ...open, confidential: true }] };
  const back = given("retraction", "2024-05-01", { id: "back", retracts: "hidden", reason: "no" });
  const before = stale([answer]);
  expect(before).toBeDefined();
  expect(stale([answer, shown])).toBeUndefined();
  expect([stale([answer, shown, hidden]), stale([answer, shown, hidden, back])]).toEqual([before, before]);
});
