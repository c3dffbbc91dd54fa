import { expect, test } from "vitest";
import { report2024, twoBodies } from "./two-bodies.ts";

test("who acts has a name that people can read (R57)", async () => {
  const { heed, folder } = await twoBodies(report2024);
  const acts = [
    ["response", "record", "1", "--position", "accepted", "--source", "letter"],
    ["organization", "add", "--code", "x", "--name", "en:X"],
    ["import", `${folder}/two-bodies.json`],
  ];
  for (const act of acts)
    for (const name of ["", "   ", "\u200b"]) {
      const { code, stderr } = await heed(...act, "--as", name);
      expect(code, act.join(" ")).toBe(2);
      expect(stderr).toContain("--as");
    }
  const token = await heed("token", "create", "--role", "editor", "--name", "  ");
  expect(token.code).toBe(2);
  expect(token.stderr).toContain("--name: shows nothing to a reader");
  expect((await heed("token", "list")).stdout).not.toContain("editor");
});

test("what is due soon is not overdue: the two are not asked for together", async () => {
  const { heed } = await twoBodies(report2024);
  const { code, stderr } = await heed("overdue", "--due-soon", "--min-days", "1");
  expect(code).toBe(2);
  expect(stderr).toMatch(/--min-days.*--due-soon/);
});

test("the event from which a response period runs needs that period, and its day (D1)", async () => {
  const { heed, done } = await twoBodies(report2024);
  const draft = ["report", "draft", "--reference", "2025", "--year", "2025", "--by", "b"];
  const from = ["--response-from", "transmissionToParliament"];
  for (const period of [[], ["--response-period", "none"]]) {
    const { code, stderr } = await heed(...draft, ...from, ...period);
    expect(code).toBe(2);
    expect(stderr).toContain("--response-from");
  }
  await done(...draft, ...from, "--response-period", "2 months");
  await done("recommendation", "add", "2025", "--reference", "x", "--text", "en:Do x.", "--addressee", "j");
  const published = await heed("report", "publish", "2025", "--on", "2026-10-01");
  expect(published.code, published.stderr).toBe(0);
  expect(published.stderr).toContain("no response is due until");
  expect(await done("report", "show", "2025")).toContain(
    "Responses are due 2 months after transmission to parliament: no response is due until the day of that is given",
  );
  expect(await done("report", "show", "2024")).toContain(
    "Responses are due 2 months after publication, by 2025-12-18, the period of the installation",
  );
  const day = ["--change", '{"transmittedToParliamentOn":"2026-10-05"}'];
  expect((await heed("report", "change", "2025", ...day)).stderr).toBe("");
  expect(await done("report", "show", "2025")).toContain("by 2026-12-07\n");
});
