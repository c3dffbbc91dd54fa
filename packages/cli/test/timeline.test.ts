import { expect, test } from "vitest";
import { worldDatabase } from "./heed.ts";

test("an update that says under way without a timeline is recorded, with a warning", async () => {
  const { heed } = await worldDatabase();
  const options = [
    "--year",
    "2014",
    "--level",
    "underWay",
    "--as",
    "E. Maes",
    "--role",
    "editor",
    "--source",
    "letter",
  ];
  const done = await heed("update", "record", "2013-01-cpg", ...options);
  expect(done.code, done.stderr).toBe(0);
  expect(done.stderr).toContain("please check --level underWay: no date is promised or set by which it will be done");
  const show = await heed("follow-up", "show", "2013-01-cpg");
  expect(show.stdout.replace(/\s+/g, " ")).toContain(
    "which needs a timeline: no date is promised or set by which it will be done (R3)",
  );
});

test("a timeline shows the evidence of each entry, and who read a finding or a closure", async () => {
  const { heed } = await worldDatabase();
  const of = ["2013-02", "--addressee", "just"];
  const respond = ["--as", "J. Claes", "--role", "respondent", "--for", "just"];
  const assess = ["--as", "A. Lambert", "--role", "assessor"];
  const show = async (...args: string[]) =>
    (await heed("follow-up", "show", ...of, ...args)).stdout.replace(/\s+/g, " ");
  const done = async (...args: string[]) => {
    const { code, stderr } = await heed(...args);
    expect(code, stderr).toBe(0);
  };
  await done(
    "update",
    "record",
    ...of,
    ...respond,
    "--year",
    "2024",
    "--level",
    "underWay",
    "--evidence",
    "law:The Act",
  );
  expect(await show()).toContain("evidence: The Act (law)");
  const found = ["--year", "2024", "--level", "noLongerApplicable", "--method", "documentsReviewed"];
  await done(
    ...["assessment", "record", ...of, ...assess, ...found, "--rationale", "The law is gone."],
    ...["--evidence", "document:The letter", "--confidential-evidence", "file:File 7"],
  );
  expect(await show()).toContain("evidence: The letter (document)");
  expect(await show("--role", "assessor")).toContain("File 7 (file, confidential)");
  expect(await show()).not.toContain("File 7");
  const closed = ["follow-up", "close", ...of, ...assess, "--closure", "overtakenByEvents", "--reason", "Gone."];
  await done(...closed, "--second-reader", "B. Wouters");
  expect(await show()).toContain("closes it as overtaken by events: Gone.; second reader B. Wouters");
  await done("follow-up", "reopen", ...of, ...assess, "--reason", "Not.", "--single-reader", "The other is ill.");
  expect(await show()).toContain("one reader only: The other is ill.");
});
