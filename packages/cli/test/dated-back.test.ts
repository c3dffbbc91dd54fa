import { expect, test } from "vitest";
import { report2024, twoBodies } from "./two-bodies.ts";

test("nobody takes days overdue away by dating an act back (D17)", async () => {
  const { heed, done } = await twoBodies(report2024);
  const answer = ["response", "record", "5", "--given-on"];
  await done(...answer, "2025-12-01", "--position", "accepted", "--source", "letter");
  await done(
    ...["cycle", "open", "--year", "2025", "--by", "b", "--opens", "2026-01-10"],
    ...["--updates-due", "2026-03-31", "--assessments-due", "2026-10-30"],
  );
  const overdue = () => done("overdue", "--as-of", "2026-11-26", "--kind", "update", "--format", "json");
  const before = JSON.parse(await overdue());
  expect(before.items[0].daysOverdue).toBe(240);
  const rejecting = [...answer, "2026-01-02", "--position", "rejected"];
  const refused = await heed(...rejecting, "--role", "respondent", "--for", "j", "--as", "J. Claes", "--source", "me");
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain("an editor records what was given earlier, with its source");
  expect(JSON.parse(await overdue()).items).toEqual(before.items);
  const finding = [
    ...["assessment", "record", "5", "--role", "assessor", "--as", "A. Lambert", "--given-on", "2026-02-01"],
    ...["--year", "2025", "--level", "notStarted", "--rationale", "nothing yet", "--method", "interview"],
  ];
  const withoutSource = await heed(...finding);
  expect(withoutSource.code).toBe(2);
  expect(withoutSource.stderr).toMatch(/needs its source \(D17\)[\s\S]*published or said on 2026-02-01/);
  await done(...finding, "--source", "Annual report 2025");
});
