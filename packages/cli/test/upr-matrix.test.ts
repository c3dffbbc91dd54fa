import { join } from "node:path";
import { expect, test } from "vitest";
import { freshDatabase, hasSharedData, root, sharedData } from "./heed.ts";

type Exported = {
  recommendations: { id: string; reference: string; text?: Record<string, string>; themes?: string[] }[];
  followUps: { recommendation: string; entries: { position?: string }[] }[];
};

const mapping = ["--mapping", join(root, "examples", "mappings", "upr-word.yaml"), "--create"];

/** The rows of the file of Slovenia that are no recommendation: with these, 268 below the head. */
const headings = "53";

test.skipIf(!hasSharedData)(
  "a matrix of the Universal Periodic Review comes in from Word and goes out with the same rows",
  {
    timeout: 120_000,
  },
  async () => {
    const { heed, folder } = await freshDatabase();
    const file = join(sharedData, "upr-slovenia", "UPR34_Slovenia_Thematic_list_of_Recommendations.docx");
    const facts = ["--fact", "Session=34"];
    const first = await heed("import", file, ...mapping, ...facts);
    expect([first.code, first.stdout], first.stderr).toEqual([0, expect.stringContaining(headings)]);
    const out = join(folder, "matrix.docx");
    const written = await heed("report", "matrix", "UPR 34 Slovenia", "--format", "docx", "--to", out);
    expect(written.code, written.stderr).toBe(0);
    const again = await freshDatabase();
    const done = await again.heed("import", out, ...mapping, ...facts, "--fact", "State=Slovenia");
    expect([done.code, done.stdout], done.stderr).toEqual([0, expect.stringContaining(headings)]);
    const rows = (text: string) => {
      const { recommendations, followUps } = JSON.parse(text) as Exported;
      const positions = new Map(followUps.map((each) => [each.recommendation, each.entries[0]?.position]));
      return recommendations.map(({ id, reference, text: said, themes }) => [
        reference,
        said,
        themes,
        positions.get(id),
      ]);
    };
    const before = rows((await heed("export")).stdout);
    expect(before).toHaveLength(215);
    expect(rows((await again.heed("export")).stdout)).toEqual(before);
  },
);
