import { randomUUID } from "node:crypto";
import { type Day, personAs, publicReader, RecordFile, defaultSettings as settings } from "@heed/core";
import type { DecidedReminders } from "@heed/core/reminders/decide-reminders";
import type { OutboxMessage } from "@heed/core/reminders/outbox-message";
import { addDays, dayOfWeek } from "@heed/core/time/day";
import {
  addUser,
  type Database,
  decideRemindersOnce,
  deliverMessages,
  openDatabase,
  performAct,
  readToldDigest,
  readToldEscalation,
  trackerReads,
} from "@heed/store";
import { expect, test } from "vitest";
import { describeDatabase } from "../describe-database.ts";
import { imported } from "../importing.ts";
import { registerAct } from "../register-acts.ts";

const recommendations = ["early", "late", "moved", "never", "handed"];
const record = RecordFile.parse({
  heed: "record/1",
  organizations: ["centre", "justice", "interior", "home"].map((id) => ({ id, code: id, name: { en: id } })),
  reports: [{ id: "r", reference: "2023", issuingBody: "centre", reportingYear: 2023, publishedOn: "2024-01-10" }],
  recommendations: recommendations.map((id) => ({ id, report: "r", reference: id, text: { en: `Do ${id}.` } })),
  followUps: recommendations.map((id) => ({
    ...{ id, recommendation: id, addressee: id === "handed" ? "interior" : "justice" },
  })),
});
const at = (day: Day, hour = "06") => `${day}T${hour}:00:00.000Z`;
const people = [
  { id: "claes", role: "respondent", organization: "justice" },
  { id: "wouters", role: "respondent", organization: "justice" },
  { id: "bos", role: "respondent", organization: "interior" },
  { id: "jans", role: "respondent", organization: "home" },
  { id: "lambert", role: "assessor" },
];
const respondent = (id: string, organization: string) =>
  personAs({ id, name: id, role: "respondent" as const, organizations: [organization] });
const editor = personAs({ id: "maes", name: "E. Maes", role: "editor" as const, organizations: [] });

async function act(
  database: Database,
  day: Day,
  followUp: string,
  name: string,
  input: object,
  person = respondent("claes", "justice"),
) {
  const request = { followUp, act: name as never, input, person, systemUser: "tester", at: at(day), settings };
  return performAct(database, { ...request, newId: randomUUID });
}
const answer = { position: "rejected", reason: "We do not." };

/** What happens in the year, by its day. */
const events: Readonly<Record<Day, (database: Database) => Promise<unknown>>> = {
  "2024-02-20": (database) => act(database, "2024-02-20", "early", "respond", answer),
  "2024-03-20": (database) => act(database, "2024-03-20", "late", "respond", answer),
  "2024-03-01": async (database) => {
    const input = {
      target: { kind: "response" },
      to: { on: "2024-06-28" },
      reason: "Elections.",
      requestedBy: "justice",
    };
    const { entries } = await act(database, "2024-03-01", "moved", "requestDeadlineChange", input);
    const decision = { request: entries[0]?.id, decision: "granted", reason: "Agreed.", decidedBy: "The board" };
    await act(database, "2024-03-05", "moved", "decideDeadlineChange", decision, editor);
  },
  "2024-05-02": (database) =>
    registerAct(
      database,
      "changeOrganizations",
      { type: "renamed", on: "2024-05-01", originals: ["interior"], results: [{ organization: "home" }] },
      { at: at("2024-05-02") },
    ),
};

type Mail = { id: string; day: Day; user: string; told: string[] };

describeDatabase(
  "a year of reminders of two services, with a mail server that was down and a kill in each week",
  (open) => {
    test("decides each step once and sends it at least once, and nothing that was met, moved or handed over", async () => {
      const { database, url } = await open();
      await imported(database, record, { at: at("2024-01-10") });
      for (const { id, role, organization } of people) {
        const by = { actor: "admin", systemUser: "admin" };
        const roles = [{ role, ...(organization && { organization }), from: "2024-01-01" }];
        const user = { name: id, email: `${id}@example.org`, roles };
        await addUser(database, user, { at: at("2024-01-10"), today: "2024-01-10", newId: () => id, by });
      }
      const second = await openDatabase(url, { mode: "write" });
      const services = [database, second];
      const decided: { day: Day; what: DecidedReminders }[] = [];
      const mails: Mail[] = [];
      const isDown = (day: Day) => day >= "2024-03-08" && day < "2024-03-15";

      /** Sends as the service does; one that is killed stops in the middle of sending and never notes what it did. */
      const send = async (on: Database, day: Day, isKilled: boolean) => {
        let kill = () => {};
        const killed = new Promise<void>((resolve) => {
          kill = resolve;
        });
        const deliver = async (message: OutboxMessage) => {
          const told = await readToldDigest(on, message, day, settings);
          if (told === undefined) return "cancelled" as const;
          if (isDown(day)) throw new Error("connect ECONNREFUSED");
          const keys = told.told.map(({ item, step }) => `${item.followUp} ${item.due} ${step}`);
          mails.push({ id: message.id, day, user: told.user.id, told: keys });
          const open = await trackerReads(on).obligations(publicReader, { asOf: day }, {});
          for (const { item } of told.told)
            expect(open.items).toContainEqual(expect.objectContaining({ followUp: item.followUp, due: item.due }));
          if (isKilled) {
            kill();
            await new Promise(() => {});
          }
          return "sent" as const;
        };
        const delivering = {
          now: () => at(day, "07"),
          random: () => 0.5,
          batch: 10,
          lease: 60_000,
          kinds: ["digest"] as const,
        };
        await Promise.race([deliverMessages(on, { ...delivering, deliver }), killed]);
      };

      for (let day = "2024-01-11"; day <= "2024-10-10"; day = addDays(day, 1)) {
        await events[day]?.(database);
        // The whole installation was off for some days.
        if (day >= "2024-08-01" && day < "2024-08-12") continue;
        const deciding = { today: day, settings, at: at(day), availableAt: at(day), newId: randomUUID };
        const both = await Promise.all(services.map((each) => decideRemindersOnce(each, deciding)));
        decided.push(...both.flatMap((what) => (what === undefined ? [] : [{ day, what }])));
        await send(services[0] as Database, day, dayOfWeek(day) === 3);
        await send(services[1] as Database, day, false);
      }
      await second.close();

      // One service decided each day, and each step once.
      expect(new Set(decided.map(({ day }) => day)).size).toBe(decided.length);
      const steps = decided.flatMap(({ day, what }) =>
        what.reminders.map(({ followUp, kind, due, step }) => ({ day, key: `${followUp} ${due} ${step}`, kind })),
      );
      expect(new Set(steps.map(({ key, kind }) => `${key} ${kind}`)).size).toBe(steps.length);
      const responses = steps.filter(({ kind }) => kind === "response").map(({ day, key }) => `${day} ${key}`);
      expect(responses).toEqual(
        [
          ...["late", "moved", "never", "handed"].sort().map((each) => `2024-02-26 ${each} 2024-03-11 beforeDue`),
          ...["handed", "late", "never"].map((each) => `2024-03-11 ${each} 2024-03-11 atDue`),
          ...["handed", "never"].map((each) => `2024-04-10 ${each} 2024-03-11 second`),
          ...["handed", "never"].map((each) => `2024-06-09 ${each} 2024-03-11 escalation`),
          "2024-06-14 moved 2024-06-28 beforeDue",
          "2024-06-28 moved 2024-06-28 atDue",
          "2024-07-28 moved 2024-06-28 second",
          "2024-09-26 moved 2024-06-28 escalation",
        ].sort(),
      );

      // The day on which each message first went out, and what it told then.
      const first = mails.filter(({ id }, place) => mails.findIndex((mail) => mail.id === id) === place);
      const of = (user: string) => first.filter((mail) => mail.user === user).map(({ told }) => told.join(", "));
      // The mail server was down on 11 March: on the day when it answered again there is one digest.
      expect(of("claes")).toEqual([
        "late 2024-03-11 beforeDue, moved 2024-03-11 beforeDue, never 2024-03-11 beforeDue",
        "late 2024-03-11 atDue, never 2024-03-11 atDue",
        "never 2024-03-11 second",
        "moved 2024-06-28 beforeDue",
        "moved 2024-06-28 atDue",
        "moved 2024-06-28 second",
      ]);
      expect(of("wouters")).toEqual(of("claes"));
      expect(of("bos")).toEqual(["beforeDue", "atDue", "second"].map((step) => `handed 2024-03-11 ${step}`));
      expect(of("jans")).toEqual([]);
      expect(first.filter(({ day }) => isDown(day))).toEqual([]);
      expect(first.filter(({ day, user }) => day === "2024-03-15" && user === "claes")).toHaveLength(1);
      // What was sent by a service that was killed went out again under the same id.
      expect(mails.length).toBeGreaterThan(first.length);
      // A step that was sent is not told again by another message.
      const firstSent = new Map<string, string>();
      for (const { id, user, told } of mails)
        for (const key of told) {
          const place = `${user} ${key}`;
          expect(firstSent.get(place) ?? id).toBe(id);
          firstSent.set(place, id);
        }
      const waiting = await database.all<{ state: string; kind: string }>("SELECT state, kind FROM outbox_message");
      expect(waiting.filter(({ state, kind }) => kind === "digest" && state === "waiting")).toEqual([]);
      const letters = await database.all<OutboxMessage & { organization_id: string; body: string }>(
        "SELECT * FROM outbox_message WHERE kind = 'escalation' ORDER BY day, organization_id",
      );
      expect(letters.map(({ day, organization_id }) => `${day} ${organization_id}`)).toEqual([
        "2024-06-09 home",
        "2024-06-09 justice",
        "2024-09-26 justice",
      ]);
      const letter = { ...(letters[0] as object), organization: "home", body: JSON.parse(letters[0]?.body ?? "") };
      expect(await readToldEscalation(database, letter as never, "2024-10-10", settings)).toMatchObject([
        { step: "escalation", item: { followUp: "handed" } },
      ]);
    }, 120_000);
  },
);
