import { describe, expect, test } from "vitest";
import type { ActContext } from "../../src/acts/act.ts";
import { type EntryType, entryKinds, kindOf } from "../../src/follow-up/entries/entry.ts";
import { answeringTypes, unpublished, withheld } from "../../src/follow-up/entries/unpublished.ts";
import { decideAct, Entry, settingsOf, standing, withoutConfidential } from "../../src/index.ts";
import { context } from "../acts/acting.ts";
import { aFollowUp, given } from "../builders.ts";

const byAct = { publication: "byAct" as const };
const circular = { kind: "document" as const, title: "Zq the circular", confidential: false };
const evidence = [circular];
const author = { id: "ministry", side: "addressee" as const, organization: "justice" };
const source = { name: "Zq letter", said: { text: "Zq" } };
const due = { on: "2023-06-30", precision: "quarter" as const, wording: "Zq second quarter" };

const answer = given("response", "2022-12-01", {
  id: "answer",
  position: "accepted",
  reason: "Zq",
  author,
  source,
  ...byAct,
});
const promise = given("commitment", "2022-12-02", {
  ...{ id: "promise", description: "Zq", owner: "Zq unit", due, author, ...byAct },
});
const update = given("progressUpdate", "2023-02-01", {
  ...{ id: "update", reportingYear: 2022, asOf: "2023-01-01", level: "underWay", claim: false },
  ...{ narrative: "Zq", evidence, author, ...byAct },
});
const added = given("evidence", "2023-02-02", { id: "added", evidence, about: "update", author, ...byAct });
const outcome = given("commitmentOutcome", "2023-07-15", {
  ...{ id: "outcome", commitment: "promise", outcome: "abandoned", reason: "Zq", author, ...byAct },
});
const withdrawal = given("claimWithdrawal", "2023-08-01", {
  id: "withdrawal",
  update: "update",
  reason: "Zq",
  ...byAct,
});
const all: readonly Entry[] = [answer, promise, update, added, outcome, withdrawal];
const publication = (of: string, id = `publication of ${of}`) =>
  given("answerPublication", "2024-01-15", { id, answer: of });

const shown = (...entries: Entry[]) => withoutConfidential(entries).visible;
const told = (entries: readonly Entry[]) =>
  entries.filter((entry) => JSON.stringify(entry).includes("Zq")).map(({ id }) => id);

describe("R60: what an addressee answers", () => {
  test("is read by nobody before its publication, each entry for itself, and decides the standing at once", () => {
    expect(all.map(({ type }) => type).toSorted()).toEqual(answeringTypes.toSorted());
    const visible = shown(...all);
    expect(told(visible)).toEqual([]);
    expect(visible.map((entry) => Entry.parse(entry))).toEqual(visible);
    expect(visible).toMatchObject([
      { id: "answer", type: "response", givenOn: "2022-12-01", position: "accepted", author, publication: "withheld" },
      { id: "promise", due: { on: "2023-06-30", precision: "quarter" } },
      { id: "update", reportingYear: 2022, level: "underWay", asOf: "2023-01-01", evidence: [] },
      { id: "added", about: "update", evidence: [] },
      { id: "outcome", outcome: "abandoned" },
      { id: "withdrawal", update: "update" },
    ]);
    expect(told(shown(...all, publication("promise"), publication("added")))).toEqual(["promise", "added"]);
    // How a date was written is told in a reason, so that it waits with the words.
    const inWords = (entry: Entry) =>
      entry.type === "commitment" ? { due: { on: due.on, precision: due.precision } } : {};
    const open = all.map((entry) => ({ ...entry, ...inWords(entry), publication: undefined })) as Entry[];
    for (const day of ["2022-12-15", "2023-07-01", "2023-07-15", "2024-06-30"]) {
      const stands = (entries: readonly Entry[]) => standing(aFollowUp([...entries]), day, settingsOf([]));
      expect(stands(all), day).toEqual(stands(open));
      expect(stands(visible), day).toEqual(stands(open));
    }
  });

  test("has no text that is not among its words: whatever is kept is a code, a day, a name of an act or an id", () => {
    const kept = new Set(answeringTypes.flatMap((type: EntryType) => Object.keys(entryKinds[type].schema.shape)));
    const said = all.flatMap((entry) => kindOf(entry).said ?? []);
    for (const name of [...said, "source"]) kept.delete(name);
    expect([...kept].toSorted()).toEqual(
      [
        ...["id", "givenOn", "knownBy", "knownByPrecision", "knownAfter", "recordedAt", "actor", "author"],
        ...["corrects", "correctsDay", "publication", "type", "position", "due", "commitment", "outcome", "asOf"],
        ...["replacedBy", "reportingYear", "asOfPrecision", "level", "claim", "update", "about"],
      ].toSorted(),
    );
  });

  test("waits again when it is corrected, and what was published stays, whatever is retracted", () => {
    const mended: Entry = {
      ...answer,
      id: "mended",
      corrects: "answer",
      reason: "Zq again",
      recordedAt: "2024-02-01T12:00:00Z",
    };
    const published = publication("answer");
    expect(told(shown(answer, published, mended))).toEqual(["answer"]);
    const back = given("retraction", "2024-03-01", { retracts: published.id, reason: "no" });
    expect(told(shown(answer, published, back))).toEqual(["answer"]);
    const gone = given("retraction", "2024-03-01", { retracts: "answer", reason: "no" });
    expect(told(shown(answer, gone))).toEqual([]);
  });

  test("keeps its evidence with it, and confidential evidence leaves no trace of its publication either", () => {
    const letter = given("evidence", "2023-03-01", { id: "letter", evidence, about: "update" });
    const more = given("evidence", "2023-03-02", { id: "more", evidence, about: "letter" });
    expect(told(shown(more, letter, update))).toEqual([]);
    expect(told(shown(letter, update, publication("update")))).toEqual(["letter", "update"]);
    const secret: Entry = { ...added, id: "secret", evidence: [{ ...circular, confidential: true }] };
    expect(shown(update, secret, publication("secret")).map(({ id }) => id)).toEqual(["update"]);
    // A correction of nothing but what is confidential is not seen: its publication is that of the version before it.
    const first = { ...update, evidence: [...evidence] };
    const second: Entry = {
      ...first,
      id: "second",
      corrects: "update",
      evidence: [...evidence, { ...circular, title: "File", confidential: true }],
    };
    expect(told(shown(first, second, publication("second")))).toEqual(["update"]);
  });

  test("leaves out words twice as once", () => {
    const once = shown(...all);
    expect(shown(...once)).toEqual(once);
    expect(all.map(withheld)).toEqual(once);
  });
});

describe("the act", () => {
  const settings = settingsOf([
    {
      id: "s",
      from: "2024-01-01",
      changes: { publicationOfAnswers: "byAct" },
      reason: "so",
      actor: "E",
      recordedAt: "2024-01-01T08:00:00Z",
    },
  ]);
  const on = (role: "respondent" | "editor" | "assessor", ...entries: Entry[]): ActContext => ({
    ...context(aFollowUp(entries), role),
    settings,
  });
  const refused = (act: Parameters<typeof decideAct>[0], where: ActContext, input: object) => {
    try {
      return decideAct(act, where, input).length;
    } catch (error) {
      return (error as { code: string }).code;
    }
  };

  test("publishes what waits, once, by an editor; it is neither corrected nor taken back", () => {
    const [made] = decideAct("publishAnswer", on("editor", answer), { answer: "answer" });
    expect(made).toMatchObject({ type: "answerPublication", answer: "answer", author: { side: "issuingBody" } });
    const after = [answer, made as Entry];
    expect(unpublished(after).size).toBe(0);
    expect(refused("publishAnswer", on("editor", ...after), { answer: "answer" })).toBe("invalidStateTransition");
    expect(refused("publishAnswer", on("editor", answer), { answer: "none" })).toBe("invalidInput");
    for (const role of ["respondent", "assessor"] as const)
      expect(refused("publishAnswer", on(role, answer), { answer: "answer" }), role).toBe("missingPermission");
    const early = { answer: "answer", givenOn: "2022-11-30", source: { name: "site" } };
    expect(refused("publishAnswer", on("editor", answer), early)).toBe("invalidInput");
    const amending = () => decideAct("retract", on("editor", ...after), { retracts: made?.id, reason: "no" });
    expect(amending).toThrow("a publication is never amended");
    for (const role of ["respondent", "editor", "assessor"] as const) {
      expect(refused("retract", on(role, ...after), { retracts: made?.id, reason: "no" }), role).toBe(
        "missingPermission",
      );
      expect(refused("correct", on(role, ...after), { corrects: made?.id, change: { answer: "x" } }), role).toBe(
        "missingPermission",
      );
    }
  });

  test("is asked of what is recorded while the setting says so, and of its corrections for ever", () => {
    const respond = (where: ActContext, more = {}) => decideAct("respond", where, { position: "accepted", ...more })[0];
    const letter = { source: { name: "Letter" } };
    expect(respond(on("respondent"))).toMatchObject(byAct);
    expect(respond(on("editor"), letter)).toMatchObject(byAct);
    const before = { ...on("respondent"), settings: settingsOf([]) };
    expect(respond(before)).not.toHaveProperty("publication");
    const [finding] = decideAct("assess", on("assessor", answer), {
      ...{ reportingYear: 2023, level: "underWay", rationale: "so", method: "interview" },
    });
    expect(finding).not.toHaveProperty("publication");
    const change = { corrects: "answer", change: { reason: "in other words" } };
    const later = { ...on("respondent", answer, publication("answer")), settings: settingsOf([]) };
    const [mended] = decideAct("correct", later, change);
    expect([mended, unpublished([answer, publication("answer"), mended as Entry])]).toMatchObject([
      byAct,
      new Set([mended?.id]),
    ]);
    const { publication: _, ...old } = answer;
    expect(decideAct("correct", on("respondent", old as Entry), change)[0]).toMatchObject(byAct);
    expect(refused("correct", on("respondent", answer), { corrects: "answer", change: { publication: null } })).toBe(
      "invalidInput",
    );
    expect(refused("correct", on("editor", promise), { corrects: "promise", change: { description: null } })).toBe(
      "invalidInput",
    );
  });
});
