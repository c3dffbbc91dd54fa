import { describe, expect, test } from "vitest";
import { DomainError, dayOf, type SettingChange, settingsOf, settingsOn, standing } from "../src/index.ts";
import { changeSettings } from "../src/register/change-settings.ts";
import { momentOf } from "../src/settings/known-at.ts";
import { aFollowUp, answered, claimed } from "./builders.ts";

let recorded = 0;
function changed(from: string, changes: SettingChange["changes"]): SettingChange {
  recorded += 1;
  const recordedAt = `2020-01-01T00:00:0${recorded}Z`;
  return { id: `c${recorded}`, from, changes, reason: "Agreed.", actor: "E. Maes", recordedAt };
}

const months = (amount: number) => ({ amount, unit: "months" as const });

describe("settings hold from their days (D15)", () => {
  test("the day of a moment has the settings of its zone, whether the installation moves west or east", () => {
    const moved = (timeZone: string) => settingsOf([changed("2026-11-26", { timeZone })]);
    const west = moved("America/New_York");
    expect(dayOf(west, "2026-11-25T22:59:00Z")).toBe("2026-11-25");
    // In Brussels the 26th has begun; in New York it has not, so New York does not apply yet.
    expect(dayOf(west, "2026-11-26T02:30:00Z")).toBe("2026-11-26");
    expect(dayOf(west, "2026-11-26T05:00:00Z")).toBe("2026-11-26");
    expect(dayOf(west, "2026-11-27T04:59:00Z")).toBe("2026-11-26");
    const east = moved("Asia/Tokyo");
    expect(dayOf(east, "2026-11-25T14:59:00Z")).toBe("2026-11-25");
    expect(dayOf(east, "2026-11-25T15:00:00Z")).toBe("2026-11-26");
    for (const settings of [west, east])
      for (let hour = 0, last = ""; hour < 72; hour += 1) {
        const day = dayOf(settings, new Date(Date.UTC(2026, 10, 25, hour)).toISOString());
        expect(day >= last).toBe(true);
        last = day;
      }
  });

  test("what a change does not name stays, and the later recorded of one day counts", () => {
    const settings = settingsOf([
      changed("2023-01-01", { dueSoonDays: 14 }),
      changed("2022-01-01", { dueSoonDays: 60, lookBackYears: 3 }),
      changed("2023-01-01", { dueSoonDays: 7 }),
    ]);
    const dueSoon = (day: string) => settingsOn(settings, day).dueSoonDays;
    expect([dueSoon("2021-12-31"), dueSoon("2022-01-01"), dueSoon("2022-12-31"), dueSoon("2023-01-01")]).toEqual([
      30, 60, 60, 7,
    ]);
    expect(settingsOn(settings, "2024-01-01").lookBackYears).toBe(3);
  });

  test("a response period runs by what held on the day of publication: no date of an earlier report moves", () => {
    const due = (from: string, publishedOn: string) =>
      standing(
        aFollowUp([], { report: { publishedOn } }),
        "2023-06-01",
        settingsOf([changed(from, { responsePeriod: months(6), periodRules: "calendar" })]),
      )?.owed.find(({ kind }) => kind === "response")?.due;
    expect(due("2022-10-19", "2022-10-18")).toBe("2022-12-19");
    expect(due("2022-10-18", "2022-10-18")).toBe("2023-04-18");
  });

  test("a verification period runs by what held on the day of the claim", () => {
    const due = (from: string) =>
      standing(
        aFollowUp([answered("2022-12-01", "accepted"), claimed("2023-03-01", "2023-03-01")]),
        "2023-06-01",
        settingsOf([changed(from, { verificationPeriod: months(3) })]),
      )?.owed.find(({ kind }) => kind === "verification")?.due;
    expect([due("2023-03-01"), due("2023-03-02")]).toEqual(["2023-06-01", "2024-03-01"]);
  });

  test("staleness runs by what held on the day of the last entry", () => {
    const stale = (from: string) =>
      standing(
        aFollowUp([answered("2022-12-01", "accepted")]),
        "2023-03-02",
        settingsOf([changed(from, { staleAfter: months(3) })]),
      )?.stale;
    expect([stale("2022-12-01"), stale("2022-12-02")]).toEqual([true, false]);
  });

  test("due soon, long overdue and long outstanding go by what holds on the day asked about", () => {
    const settings = settingsOf([
      changed("2022-12-18", { dueSoonDays: 0 }),
      changed("2023-02-01", { longOverdueDays: 10, longOutstandingYears: 1 }),
    ]);
    const followUp = { ...aFollowUp([]), asked: { first: "2022-02-01", times: 1 } } as never;
    const on = (day: string) => {
      const answer = standing(followUp, day, settings);
      return [answer?.timeliness, answer?.asked.longOutstanding];
    };
    expect(on("2022-12-17")).toEqual(["dueSoon", false]);
    expect(on("2022-12-18")).toEqual(["notDue", false]);
    expect(on("2023-01-31")).toEqual(["overdue", false]);
    expect(on("2023-02-01")).toEqual(["longOverdue", true]);
  });

  test("a day is that of the time zone that holds then", () => {
    const settings = settingsOf([changed("2023-01-01", { timeZone: "Asia/Tokyo" })]);
    expect(dayOf(settings, "2022-12-30T20:00:00Z")).toBe("2022-12-30");
    expect(dayOf(settings, "2023-06-01T20:00:00Z")).toBe("2023-06-02");
    expect(momentOf("2023-06-01", settings)).toBe("2023-06-01T14:59:59.999Z");
  });
});

describe("a change of the settings", () => {
  const context = {
    actor: { id: "e", name: "E. Maes", role: "editor" as const, organizations: [] },
    at: "2024-06-03T08:00:00Z",
    today: "2024-06-03",
    newId: () => "new",
  };

  test("holds from today unless it says otherwise, and keeps who, when and why", () => {
    expect(changeSettings(context, { changes: { dueSoonDays: 14 }, reason: "Agreed." })).toEqual({
      id: "new",
      from: "2024-06-03",
      changes: { dueSoonDays: 14 },
      reason: "Agreed.",
      actor: "E. Maes",
      recordedAt: "2024-06-03T08:00:00Z",
    });
  });

  test.each([
    [{ changes: {}, reason: "x" }, "changes"],
    [{ changes: { timeZone: "Mars/Olympus" }, reason: "x" }, "changes.timeZone"],
    [{ changes: { timeZone: "" }, reason: "x" }, "changes.timeZone"],
    [{ changes: { dueSoonDays: -1 }, reason: "x" }, "changes.dueSoonDays"],
    [{ changes: { responsePeriod: { amount: 101, unit: "years" } }, reason: "x" }, "changes.responsePeriod.amount"],
    [{ changes: { dueSoon: 3 }, reason: "x" }, "changes.dueSoon"],
    [{ changes: { dueSoonDays: 3 }, reason: "" }, "reason"],
    [{ changes: { dueSoonDays: 3 }, reason: "x", from: "2024-02-30" }, "from"],
  ])("is refused with its place: %j", (input, place) => {
    const issues = () => {
      try {
        changeSettings(context, input);
      } catch (error) {
        return (error as DomainError).issues?.map(({ name }) => name);
      }
      return undefined;
    };
    expect(issues()).toEqual([place]);
    expect(() => changeSettings(context, input)).toThrow(DomainError);
  });
});
