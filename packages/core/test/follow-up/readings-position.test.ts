import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type Day, type Entry, explain, standing } from "../../src/index.ts";
import { implementationBy, item, late, on } from "../asking.ts";
import { aFollowUp, answered, closed, found, given, movedTo, promised, roundOf, updated } from "../builders.ts";
import { followUpCases, generatedSettings as settings } from "../case-generator.ts";

const accepted = answered("2022-12-01", "accepted");

/** Given on an unknown day, this one at the latest. */
function knownBy<E extends Entry>(entry: E): E {
  const { givenOn, ...rest } = entry;
  return { ...rest, knownBy: givenOn } as E;
}

describe("who declines", () => {
  test("still owes what it promised, before or after declining: a promise ends by its outcome alone (D27)", () => {
    const before = aFollowUp([accepted, promised("2022-12-01", "2023-05-31"), answered("2023-03-01", "rejected")]);
    expect(late("2023-05-31", before)).toEqual([]);
    expect(late("2023-06-01", before)).toEqual(["commitment"]);
    const after = aFollowUp([answered("2022-12-01", "noted"), promised("2023-02-01", "2023-05-31")]);
    expect(late("2023-06-01", after)).toEqual(["commitment"]);
    const kept = given("commitmentOutcome", "2023-06-15", { commitment: "promise", outcome: "met" });
    expect(
      late("2023-06-15", aFollowUp([answered("2022-12-01", "noted"), promised("2023-02-01", "2023-05-31"), kept])),
    ).toEqual([]);
  });

  test("and accepts past the due date has no current date until one is set; the original one and its moves stay (D26)", () => {
    const back = [
      answered("2022-12-01", "accepted"),
      movedTo("2023-03-01", "2023-06-30", { kind: "implementation" }),
      answered("2023-04-01", "rejected"),
      answered("2023-08-01", "accepted"),
    ];
    const followUp = aFollowUp(back, implementationBy("2023-05-31"));
    expect(late("2023-09-01", followUp)).toEqual([]);
    expect(on("2023-09-01", followUp).timeliness).toBe("noDeadline");
    expect(item("2023-09-01", followUp, "implementation")).toMatchObject({ originalDue: "2023-05-31", moves: 1 });
    expect(item("2023-09-01", followUp, "implementation")?.due).toBeUndefined();
    const set = movedTo("2023-09-10", "2023-12-31", { kind: "implementation" });
    expect(
      item("2024-01-01", aFollowUp([...back, set], implementationBy("2023-05-31")), "implementation"),
    ).toMatchObject({
      due: "2023-12-31",
      originalDue: "2023-05-31",
      moves: 2,
      daysOverdue: 1,
    });
  });

  test("and accepts again: an old promise has no current date either until one is set (D26)", () => {
    const back = [
      accepted,
      promised("2022-12-01", "2023-03-31"),
      answered("2023-02-01", "rejected"),
      answered("2023-08-01", "accepted"),
    ];
    expect(late("2023-07-31", aFollowUp(back))).toEqual(["commitment"]);
    expect(late("2023-08-01", aFollowUp(back))).toEqual([]);
    expect(item("2023-08-01", aFollowUp(back), "commitment")).toMatchObject({ originalDue: "2023-03-31", moves: 0 });
    const set = movedTo("2023-09-01", "2023-10-31");
    expect(late("2023-11-01", aFollowUp([...back, set]))).toEqual(["commitment"]);
    // A promise with a later date stays in force.
    const ahead = [
      accepted,
      promised("2022-12-01", "2023-09-30"),
      answered("2023-02-01", "rejected"),
      answered("2023-08-01", "accepted"),
    ];
    expect(late("2023-10-01", aFollowUp(ahead))).toEqual(["commitment"]);
  });

  test("on an unknown day: before it, all that the refusal ended is undetermined, never late (D14)", () => {
    const refused = aFollowUp([accepted, knownBy(answered("2024-09-01", "rejected"))], {
      ...implementationBy("2023-05-31"),
      cycles: [roundOf(2022)],
    });
    expect(late("2023-07-01", refused)).toEqual([]);
    expect(on("2023-07-01", refused).timeliness).toBe("undetermined");
    expect(on("2023-07-01", refused).owed.map(({ kind, undetermined }) => [kind, undetermined])).toEqual([
      ["implementation", true],
      ["update", true],
    ]);
    // What it did not end, a promise, is overdue all the same.
    const promise = aFollowUp([
      accepted,
      promised("2022-12-01", "2023-05-31"),
      knownBy(answered("2024-09-01", "rejected")),
    ]);
    expect(late("2023-07-01", promise)).toEqual(["commitment"]);
    // An accepting answer of unknown day ends nothing except the missing response.
    const agreed = aFollowUp([knownBy(answered("2024-09-01", "accepted"))], implementationBy("2023-05-31"));
    expect(late("2023-07-01", agreed)).toEqual(["implementation"]);
  });
});

describe("who declines and accepts again launders nothing (D26)", () => {
  const flip = [answered("2023-08-01", "rejected"), answered("2023-08-01", "accepted")];
  const due = implementationBy("2023-05-31");
  const done = [found("2023-10-01", "fullyImplemented"), closed("2023-10-10", "implemented")];
  const otherwise = [closed("2023-10-10", "notImplemented")];
  const promise = promised("2022-12-01", "2023-05-31");
  const histories = {
    "the implementation": [[accepted], due],
    "an unanswered implementation": [[], due],
    "a promise": [[accepted, promise], {}],
  } as const;
  for (const [name, [before, change]] of Object.entries(histories)) {
    const followUp = (...entries: Entry[]) => aFollowUp([...before, ...entries], change);
    const timeliness = (...entries: Entry[]) => on("2023-10-10", followUp(...entries)).timeliness;

    test(`${name}: what was overdue stays told, until a date is set`, () => {
      expect(on("2023-09-01", followUp(...flip))).toMatchObject({
        position: "accepted",
        acceptanceWithdrawnOn: "2023-08-01",
        daysOverdueWhenWithdrawn: 61,
      });
      expect(on("2023-09-01", followUp(...flip)).reasons.map(explain)).toContain(
        "the addressee declined on 2023-08-01 and accepted later; what it had missed was 61 days overdue: that stays told until a date is set (D26)",
      );
      const target = name === "a promise" ? undefined : ({ kind: "implementation" } as const);
      const set = followUp(...flip, movedTo("2023-09-10", "2023-12-31", target));
      expect(on("2023-09-11", set).acceptanceWithdrawnOn).toBeUndefined();
      expect(item("2023-09-11", set, target?.kind ?? "commitment")).toMatchObject({ originalDue: "2023-05-31" });
    });

    test(`${name}: it is settled as without the flip`, () => {
      expect([timeliness(...done), timeliness(...flip, ...done)]).toEqual(["metLate", "metLate"]);
      expect([timeliness(...otherwise), timeliness(...flip, ...otherwise)]).toEqual(["notMet", "notMet"]);
      const again = answered("2023-09-01", "noted");
      expect(timeliness(...flip, again, ...otherwise)).toBe("notMet");
      expect(on("2023-09-01", followUp(...flip, again)).timeliness).not.toBe("released");
    });
  }

  test("declining again does not lower what is told", () => {
    const twice = aFollowUp([accepted, ...flip, answered("2023-09-01", "noted")], due);
    expect(on("2023-09-01", twice)).toMatchObject({
      acceptanceWithdrawnOn: "2023-08-01",
      daysOverdueWhenWithdrawn: 61,
    });
  });

  test("a date that passed while it declined, and owed nothing, counts for neither", () => {
    const early = [accepted, answered("2023-05-01", "rejected"), answered("2023-08-01", "accepted")];
    expect(on("2023-10-10", aFollowUp([...early, ...otherwise], due)).timeliness).toBe("released");
    expect(on("2023-09-01", aFollowUp(early, due)).acceptanceWithdrawnOn).toBeUndefined();
  });
});

test("whatever came before, declining and accepting on one day changes nothing of what a closure settles (D26)", () => {
  let overdue = 0;
  fc.assert(
    fc.property(followUpCases, fc.integer({ min: 70, max: 900 }), fc.boolean(), (generated, start, kept) => {
      const day = addDays("2019-03-14", start);
      const entries = generated.entries.filter((entry) => (entry.givenOn ?? entry.knownBy ?? "") < day);
      const followUp = { ...generated, entries, replacedBy: [] };
      const before = standing(followUp, day, settings);
      if (before?.lifecycle !== "open" || !before.position.startsWith("accepted")) return;
      const flip = [answered(day, "rejected"), answered(day, before.position)].map((entry, place) => ({
        ...entry,
        recordedAt: `${day}T23:${place}0:00Z`,
      }));
      const ending = { ...closed(addDays(day, 1), kept ? "implemented" : "notImplemented") };
      const settledBy = (more: Entry[]) =>
        standing({ ...followUp, entries: [...entries, ...more] }, addDays(day, 1), settings)?.timeliness;
      expect(settledBy([...flip, ending])).toBe(settledBy([ending]));
      // Before the closure the days stay told.
      const days = Math.max(
        0,
        ...before.owed.flatMap(({ kind, daysOverdue }) =>
          kind === "implementation" || kind === "commitment" ? [daysOverdue - 1] : [],
        ),
      );
      if (days === 0) return;
      overdue += 1;
      const told = standing({ ...followUp, entries: [...entries, ...flip] }, day, settings);
      expect(told?.daysOverdueWhenWithdrawn ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(days);
      expect(told?.acceptanceWithdrawnOn).toBe(day);
    }),
    // The count below must not depend on chance.
    { numRuns: 1500, seed: 26 },
  );
  expect(overdue).toBeGreaterThan(20);
});

test("an answer whose content is unknown owes nothing by name: its implementation is undetermined (R22)", () => {
  for (const position of ["answeredNotStated", "undetermined"] as const) {
    const unknown = aFollowUp([answered("2022-12-01", position)], implementationBy("2023-05-31"));
    expect(on("2023-05-31", unknown).timeliness).toBe(position === "undetermined" ? "undetermined" : "dueSoon");
    expect(on("2023-06-01", unknown).timeliness).toBe("undetermined");
    expect(late("2030-01-01", unknown)).toEqual([]);
  }
});

describe("an update of unknown day", () => {
  test("leaves undetermined the years that it tells of alone: another missed year is late (D14)", () => {
    const rounds = { cycles: [roundOf(2022), roundOf(2023)] };
    const followUp = aFollowUp([accepted, knownBy(updated("2024-09-01", 2022))], rounds);
    const updates = (day: Day) => on(day, followUp).owed.filter(({ kind }) => kind === "update");
    expect(updates("2023-06-01")).toMatchObject([{ missedYears: [2022], timeliness: "undetermined" }]);
    expect(updates("2024-05-01")).toMatchObject([
      { missedYears: [2022], timeliness: "undetermined" },
      { missedYears: [2023], due: "2024-03-31", timeliness: "overdue", daysOverdue: 31 },
    ]);
    // Once it is given, it settles the year that it is about.
    expect(updates("2024-09-01")).toMatchObject([{ missedYears: [2023], timeliness: "overdue" }]);
  });
});

describe("who is no longer addressed for information only", () => {
  const informed = { followUp: { role: "forInformation" as const } };
  const turns = given("roleChange", "2024-05-06", { role: "lead", reason: "it took the matter over" });

  test("owes updates from that day on, not those of cycles before (D32)", () => {
    const followUp = aFollowUp([accepted, turns], {
      ...informed,
      cycles: [roundOf(2022), roundOf(2023), roundOf(2024)],
    });
    expect(late("2024-05-06", followUp)).toEqual([]);
    expect(item("2024-05-06", followUp, "update")).toBeUndefined();
    expect(item("2025-04-01", followUp, "update")).toMatchObject({ due: "2025-03-31", missedYears: [2024] });
  });

  test("owes no update of a cycle that had opened before, also where it was lead then (D32)", () => {
    const informs = given("roleChange", "2023-02-10", { role: "forInformation", reason: "for its knowledge only" });
    const again = given("roleChange", "2023-03-01", { role: "lead", reason: "named by mistake" });
    const followUp = aFollowUp([accepted, informs, again], { cycles: [roundOf(2022), roundOf(2023)] });
    expect(item("2023-02-09", followUp, "update")).toMatchObject({ due: "2023-03-31" });
    expect(item("2023-03-01", followUp, "update")).toBeUndefined();
    expect(item("2023-04-01", followUp, "update")).toBeUndefined();
    expect(item("2024-04-01", followUp, "update")).toMatchObject({ missedYears: [2023] });
  });

  test("has the whole period for its response, from the day on which its role changed (D32)", () => {
    const followUp = aFollowUp([turns], { ...informed, ...implementationBy("2023-05-31") });
    expect(late("2024-05-06", followUp)).toEqual([]);
    expect(item("2024-05-06", followUp, "response")).toMatchObject({ due: "2024-07-08", originalDue: "2024-07-08" });
    expect(late("2024-07-09", followUp)).toEqual(["response"]);
    // A date before that day is not binding.
    expect(item("2024-07-09", followUp, "implementation")?.due).toBeUndefined();
    const ahead = aFollowUp([turns], { ...informed, ...implementationBy("2025-05-31") });
    expect(late("2025-06-01", ahead)).toEqual(["response", "implementation"]);
  });

  test("has no period where its report sets none", () => {
    const followUp = aFollowUp([turns], { ...informed, report: { responsePeriod: "none" } });
    expect(on("2030-01-01", followUp).timeliness).toBe("noDeadline");
  });

  test("is not settled as having missed a cycle that opened on that very day, where no period is set either (D32)", () => {
    const within = given("roleChange", "2024-02-01", { role: "lead", reason: "it took the matter over" });
    const followUp = aFollowUp([within, closed("2024-05-01", "notImplemented")], {
      ...informed,
      report: { responsePeriod: "none" },
      cycles: [roundOf(2023)],
    });
    expect(on("2024-05-01", followUp).timeliness).toBe("released");
  });

  test("has no shorter period than before when lead becomes joint", () => {
    const joint = given("roleChange", "2024-05-06", { role: "joint", reason: "two answer for it" });
    expect(item("2024-05-06", aFollowUp([joint]), "response")?.due).toBe("2022-12-19");
  });
});
