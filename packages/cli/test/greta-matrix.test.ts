import { join } from "node:path";
import { expect, test } from "vitest";
import { freshDatabase, root, worldDatabase } from "./heed.ts";

type Exported = {
  recommendations: { id: string; reference: string }[];
  followUps: { recommendation: string; entries: { type: string; narrative?: string; level?: string }[] }[];
};

test("a table in the form of GRETA comes in with the recommendations, measures and conclusions that went out", {
  timeout: 120_000,
}, async () => {
  const { heed, folder } = await worldDatabase();
  const table = join(folder, "greta.docx");
  const written = await heed("report", "matrix", "2011", "--style", "greta", "--format", "docx", "--to", table);
  expect(written.code, written.stderr).toBe(0);
  const other = await freshDatabase();
  const facts = ["Report=2011", "Body=CEOOR", "Year=2011", "Day=2012-06-01"].flatMap((each) => ["--fact", each]);
  const mapping = ["--mapping", join(root, "examples", "mappings", "greta-word.yaml"), "--create"];
  const done = await other.heed("import", table, ...mapping, ...facts);
  expect(done.code, done.stderr).toBe(0);
  const listed = await heed("recommendation", "list", "--report", "2011", "--format", "json");
  const out: { items: { reference: string }[] } = JSON.parse(listed.stdout);
  const { recommendations, followUps } = JSON.parse((await other.heed("export")).stdout) as Exported;
  expect(recommendations.map(({ reference }) => reference).sort()).toEqual(
    out.items.map(({ reference }) => reference).sort(),
  );
  const entries = followUps.flatMap((each) => each.entries);
  expect(entries.some(({ type, narrative }) => type === "progressUpdate" && narrative !== undefined)).toBe(true);
  expect(entries.some(({ type }) => type === "assessment")).toBe(true);
  const again = await other.heed("import", table, ...mapping, ...facts);
  expect(again.code, again.stderr).toBe(0);
});
