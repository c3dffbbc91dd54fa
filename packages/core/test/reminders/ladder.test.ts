import fc from "fast-check";
import { expect, test } from "vitest";
import type { Owed } from "../../src/reminders/decide-reminders.ts";
import { decideReminders } from "../../src/reminders/decide-reminders.ts";
import { ReminderStep, subjectKey } from "../../src/reminders/reminder.ts";
import { type DecidedStep, stepToDecide } from "../../src/reminders/reminder-step.ts";
import { defaultSettingValues } from "../../src/settings/settings.ts";
import { addDays, type Day, daysBetween } from "../../src/time/day.ts";

const due = "2024-03-11";
const settings = defaultSettingValues;

/** The steps that are decided when somebody decides on these days, counted from the due date. */
function stepsOn(days: readonly number[], values = settings): { step: ReminderStep; after: number }[] {
  const steps: { step: ReminderStep; after: number }[] = [];
  let last: DecidedStep | undefined;
  for (const after of days) {
    const on = addDays(due, after);
    const step = stepToDecide(due, on, values, last);
    if (step === undefined) continue;
    last = { step, on };
    steps.push({ step, after });
  }
  return steps;
}
const everyDay = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

test("the ladder has one reminder before the due date, one on it, a second, and a letter to parliament", () => {
  expect(stepsOn(everyDay(-60, 400))).toEqual([
    { step: "beforeDue", after: -14 },
    { step: "atDue", after: 0 },
    { step: "second", after: 30 },
    { step: "escalation", after: 90 },
  ]);
});

test("days on which nobody decided are made up for by the step that is reached", () => {
  expect(stepsOn([-20, -3, 7, 44, 91, 104])).toEqual([
    { step: "beforeDue", after: -3 },
    { step: "atDue", after: 7 },
    { step: "second", after: 44 },
    { step: "escalation", after: 104 },
  ]);
});

test("what was late long before anybody could be told is reminded of first, and escalated as long after that", () => {
  expect(stepsOn(everyDay(500, 700))).toEqual([
    { step: "second", after: 500 },
    { step: "escalation", after: 560 },
  ]);
});

test("each step is decided once, in the order of the ladder and never before its day, whichever days somebody decides on", () => {
  const days = fc
    .uniqueArray(fc.integer({ min: -400, max: 900 }), { maxLength: 60 })
    .map((all) => all.sort((a, b) => a - b));
  const thresholds = fc.record({
    remindBeforeDays: fc.integer({ min: 0, max: 90 }),
    remindAgainAfterDays: fc.integer({ min: 1, max: 200 }),
    escalateAfterDays: fc.integer({ min: 1, max: 400 }),
  });
  fc.assert(
    fc.property(days, thresholds, (on, values) => {
      const steps = stepsOn(on, { ...settings, ...values });
      const places = steps.map(({ step }) => ReminderStep.options.indexOf(step));
      expect(places).toEqual([...new Set(places)].sort());
      const earliest = {
        ...{ beforeDue: -values.remindBeforeDays, atDue: 0 },
        ...{ second: values.remindAgainAfterDays, escalation: values.escalateAfterDays },
      };
      for (const { step, after } of steps) expect(after).toBeGreaterThanOrEqual(earliest[step]);
      const [second, escalation] = (["second", "escalation"] as const).map((each) =>
        steps.find(({ step }) => step === each),
      );
      if (escalation !== undefined) {
        const between = values.escalateAfterDays - values.remindAgainAfterDays;
        expect(escalation.after - (second?.after ?? Number.POSITIVE_INFINITY)).toBeGreaterThanOrEqual(
          Math.max(1, between),
        );
      }
      // Whoever decides on the last day of all has nothing left to tell but what the ladder waits for.
      if (on.length > 0 && (on.at(-1) as number) >= -values.remindBeforeDays) expect(steps.length).toBeGreaterThan(0);
    }),
  );
});

const justice = { id: "justice", code: "just", name: { en: "Justice" } };
const owed = (followUp: string, kind: Owed["kind"], on: Day | undefined, more: Partial<Owed> = {}): Owed => ({
  ...{ followUp, kind, responsible: justice, timeliness: "overdue" },
  ...(on !== undefined && { due: on }),
  ...more,
});
const recipients = [
  { user: "claes", answersFor: ["justice"], verifiesFor: [] },
  { user: "wouters", answersFor: ["justice", "interior"], verifiesFor: [] },
  { user: "lambert", answersFor: [], verifiesFor: undefined },
];
const deciding = { today: "2024-04-20", settings, recipients };

test("each person gets one digest, of what this person answers for or has to verify", () => {
  const items = [
    owed("a", "response", due),
    owed("b", "commitment", "2024-05-01", { commitment: { id: "c", description: "" } }),
    owed("v", "verification", "2024-04-19"),
    owed("elsewhere", "response", due, { responsible: { ...justice, id: "health" } }),
    owed("undated", "response", undefined),
    owed("unknown", "response", due, { timeliness: "undetermined" }),
  ];
  const { reminders, digests, escalations } = decideReminders(deciding, items, new Map());
  expect(reminders.map(({ followUp, step }) => `${followUp} ${step}`)).toEqual(["a second", "b beforeDue", "v atDue"]);
  expect(digests.map(({ user, reminders: told }) => [user, told.map(({ followUp }) => followUp)])).toEqual([
    ["claes", ["a", "b"]],
    ["wouters", ["a", "b"]],
    ["lambert", ["v"]],
  ]);
  expect(escalations).toEqual([]);
});

test("an escalation is for a person to send, one about each organization, and never about a verification", () => {
  const items = [
    owed("a", "response", "2024-01-02"),
    owed("b", "update", "2024-01-02"),
    owed("v", "verification", "2024-01-02"),
  ];
  const last = new Map(
    items.map(({ followUp, kind }) => [
      subjectKey({ followUp, kind, due: "2024-01-02" }),
      { step: "second" as const, on: addDays("2024-01-02", 30) },
    ]),
  );
  expect(daysBetween("2024-01-02", deciding.today)).toBeGreaterThan(settings.escalateAfterDays);
  const { digests, escalations } = decideReminders(deciding, items, last);
  expect(digests).toEqual([]);
  expect(escalations).toEqual([
    {
      responsible: "justice",
      reminders: ["a", "b"].map((each) => expect.objectContaining({ followUp: each, step: "escalation" })),
    },
  ]);
});
