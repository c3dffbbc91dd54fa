import { expect, test } from "vitest";
import { ended, start, worldDatabase } from "./heed.ts";

test("the settings are shown for a day, changed from a day on, and told with who and why", async () => {
  const { heed } = await worldDatabase();
  const ok = async (...args: string[]) => {
    const { code, stdout, stderr } = await heed(...args);
    expect(code, stderr).toBe(0);
    return stdout;
  };
  const late = async () =>
    JSON.parse(await ok("overdue", "--as-of", "2015-01-10", "--kind", "response", "--format", "json")).total;
  expect(await ok("settings", "show", "--as-of", "2014-06-01")).toContain("\nresponsePeriod=2 months\n");
  expect(await ok("settings", "history")).toContain("0 changes");
  expect(await late()).toBeGreaterThan(0);
  const change = ["settings", "change", "--set", "responsePeriod=1 years", "--set", "timeZone=Europe/Paris"];
  const told = await ok(...change, "--from", "2000-01-01", "--reason", "As agreed.", "--as", "E. Maes");
  expect(told).toBe("Recorded: from 2000-01-01, timeZone=Europe/Paris, responsePeriod=1 years\n");
  expect(await late()).toBe(0);
  expect(await ok("settings", "show", "--as-of", "2014-06-01")).toContain("\nresponsePeriod=1 years\n");
  expect(await ok("settings", "show", "--as-of", "1999-06-01")).toContain("\nresponsePeriod=2 months\n");
  const history = JSON.parse(await ok("settings", "history", "--format", "json"));
  expect(history).toMatchObject({ total: 1, items: [{ from: "2000-01-01", reason: "As agreed.", actor: "E. Maes" }] });
  expect(await ok("audit", "verify")).toContain("unbroken");
  await ok("database", "check");
});

test.each([
  ["dueSoonDays", "Write its name and value"],
  ["dueSoonDays=soon", '--set dueSoonDays: must be a number, not "soon"'],
  ["dueSoonDays=-1", "--set dueSoonDays: is less than 0"],
  ["responsePeriod=3 moons", 'such as "responsePeriod=3 months"'],
  ["responsePeriod=two months", 'such as "responsePeriod=3 months"'],
  ["responsePeriod=101 years", "--set responsePeriod: at most 100 years"],
  ["timeZone=Mars/Olympus", "Mars/Olympus"],
  ["dueSoon=3", "There is no setting dueSoon"],
])("what cannot be set is refused with its place: %s", async (set, place) => {
  const { heed } = await worldDatabase();
  const { code, stderr } = await heed("settings", "change", "--set", set, "--reason", "x");
  expect(code).toBe(2);
  expect(stderr).toContain(place);
});

test("today is that of the settings, whatever the zone of the process", async () => {
  const { url } = await worldDatabase();
  const [east, west] = await Promise.all(
    // At no moment is it the same day in both.
    ["Pacific/Kiritimati", "Pacific/Pago_Pago"].map((TZ) => ended(start(["overdue"], url, { TZ }))),
  );
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Brussels" }).format(new Date());
  expect(east).toEqual(west);
  expect(east?.stdout).toContain(`overdue on ${today}:`);
});
