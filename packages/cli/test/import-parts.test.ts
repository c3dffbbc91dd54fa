import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { hasSharedData, runKept, sharedData } from "./heed.ts";

type Exported = {
  recommendations: {
    id: string;
    reference: string;
    partOf?: string;
    themes: string[];
    text?: Record<string, string>;
  }[];
  followUps: { recommendation: string; entries: { level?: string }[] }[];
};

const grades = "map: { B: partiallyImplemented, C: notStarted }";
const limbs = `heed: mapping/1
name: b
file: { format: json }
report: { reference: CO/6, issuingBody: Committee, reportingYear: "2019", publishedOn: "2019-11-01", responsePeriod: none }
recommendation:
  reference: "{para}"
  text: "{text}"
  parts: { list: limbs, reference: "{para}{limbs.*.limb}", textAbsent: It stands in the whole. }
addressees:
  - names: Belgium
    entries:
      - { type: assessment, level: { column: limbs.*.grade, ${grades} }, rationale: "{limbs.*.limb}", givenOn: "2023-11-03" }
`;

describeDatabase("parts of a recommendation", (open) => {
  async function onIts() {
    const { url } = await open();
    const folder = await mkdtemp(join(tmpdir(), "heed-parts-"));
    const heed = (...args: string[]) => runKept(args, url);
    const take = async (file: string, content: string, mapping: string, ...more: string[]) => {
      await writeFile(join(folder, file), content);
      await writeFile(join(folder, "m.yaml"), mapping);
      return heed("import", join(folder, file), "--mapping", join(folder, "m.yaml"), ...more);
    };
    const exported = async () => JSON.parse((await heed("export")).stdout) as Exported;
    return { heed, take, exported, folder };
  }

  test("are made of a list, with a finding each, and the whole is asked of nobody", async () => {
    const { take, heed, exported } = await onIts();
    const file =
      '[{"para":"14","text":"Do (a) this; (b) do that.","limbs":[{"limb":"(a)","grade":"B"},{"limb":"(b)","grade":"C"}]},{"para":"15","text":"Go.","limbs":[]}]';
    const done = await take("a.json", file, limbs);
    expect(done.code, done.stderr).toBe(0);
    expect(done.stdout).toContain(
      "(2 rows): 2 organizations, 1 report, 4 recommendations, 3 follow-ups, 2 entries new",
    );
    expect(done.stdout).not.toContain("no addressee");
    const { recommendations, followUps } = await exported();
    const whole = recommendations.find(({ reference }) => reference === "14")?.id;
    expect(recommendations.filter(({ partOf }) => partOf === whole).map(({ reference }) => reference)).toEqual([
      "14(a)",
      "14(b)",
    ]);
    expect(followUps.some(({ recommendation }) => recommendation === whole)).toBe(false);
    const shown = await heed("follow-up", "list", "--as-of", "2024-01-01", "--format", "json");
    expect(shown.stdout).not.toContain('"regressed":true');
    expect((await heed("database", "check")).code).toBe(0);
    // The same file changes nothing, and neither does a file whose rows are repeated.
    expect((await take("a.json", file, limbs)).stdout).toContain("nothing is new, nothing was changed");
    const twice = file.replace(/\[(\{.*?\]\}),/, "[$1,$1,");
    const again = await take("a.json", twice, limbs);
    expect(again.stdout).toContain("nothing is new, nothing was changed");
    expect(again.stdout).toContain("Warning, 1 row: the row is the same as an earlier one; taken once");
    // A recommendation that already had follow-ups keeps them when it gets parts; its parts get follow-ups of their
    // own.
    const divided = await take("a.json", file.replace('"limbs":[]', '"limbs":[{"limb":"(a)","grade":"B"}]'), limbs);
    expect(divided.code).toBe(2);
    expect(divided.stderr).toContain("is known without parts, and has follow-ups of its own");
    const undivided = await take(
      "a.json",
      '[{"para":"14","text":"Do (a) this; (b) do that.","limbs":[]},{"para":"15","text":"Go.","limbs":[{"limb":"","grade":""}]}]',
      limbs,
    );
    expect(undivided.code).toBe(2);
    expect(undivided.stderr).toContain("is known with parts, which have the follow-ups");
  });

  test("need not be there: the list may be empty in every record, and a list of another name is refused", async () => {
    const { take } = await onIts();
    const done = await take(
      "a.json",
      '[{"para":"14","text":"Do.","limbs":[]},{"para":"15","text":"Go.","limbs":null}]',
      limbs,
    );
    expect(done.code, done.stderr).toBe(0);
    expect(done.stdout).toContain("2 recommendations, 2 follow-ups");
    const other = await take("b.json", '[{"para":"14","text":"Do.","parts":[]}]', limbs);
    expect(other.code).toBe(2);
    expect(other.stderr).toContain("the file has no such column");
  });

  test("are made of a cell by the marks in it", async () => {
    const { take, exported } = await onIts();
    const mapping = `heed: mapping/1
name: own
report: { reference: R, issuingBody: Court, publishedOn: 2020-01-31, responsePeriod: none }
recommendation:
  reference: "{No}"
  text: "{Text}"
  themes: "{Theme}"
  parts:
    marked: { column: Text, by: '\\((\\w)\\)' }
    reference: "{No}({part.mark})"
    text: { column: part.text, take: '^(.*?)[;.]?$' }
addressees: [{ names: Police }]
`;
    const done = await take(
      "a.csv",
      'No,Text,Theme\n3,"Train (a) the police; (b) judges.",Training\n4,Rest.,Training\n',
      mapping,
    );
    expect(done.code, done.stderr).toBe(0);
    const { recommendations, followUps } = await exported();
    expect(recommendations.map(({ reference, text, themes }) => [reference, text?.en, themes])).toEqual(
      expect.arrayContaining([
        ["3(a)", "the police", ["Training"]],
        ["3(b)", "judges", ["Training"]],
        ["4", "Rest.", ["Training"]],
      ]),
    );
    expect(followUps).toHaveLength(3);
    const twice = await take("b.csv", 'No,Text,Theme\n5,"(a) x (a) y",T\n', mapping, "--dry-run");
    expect(twice.stderr).toContain("is the reference of two parts of the row");
    const unknown = await take("b.csv", "No,Text,Theme\n5,x,T\n", mapping.replace("{part.mark}", "{part.mrk}"));
    expect(unknown.stderr).toContain("did you mean part.mark?");
  });

  test.skipIf(!hasSharedData)(
    "that a mapping does not make show as a conflict of two findings, and nothing regressed",
    async () => {
      const { heed } = await onIts();
      const faults = join(sharedData, "faults");
      const done = await heed("import", join(faults, "two-limbs.json"), "--mapping", join(faults, "two-limbs.yaml"));
      expect(done.code, done.stderr).toBe(0);
      const shown = await heed("follow-up", "show", "14", "--as-of", "2024-01-01");
      expect(shown.stdout).toContain("contradict each other");
      expect(shown.stdout).not.toMatch(/regressed/i);
      expect(done.stdout).toContain(
        "two findings about one situation, which differ; where they are of parts, recommendation.parts makes those",
      );
    },
  );
});
