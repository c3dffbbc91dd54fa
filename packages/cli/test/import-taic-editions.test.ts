import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { aRow, aWorkbook } from "../../files/test/a-workbook.ts";
import { freshDatabase, root } from "./heed.ts";

const header = [
  "Number",
  "Recipient",
  "Safety Issue",
  "Inquiry",
  "Status",
  "Made",
  "Closed",
  "Recommendation",
  "Reply Text",
];
const panelHeader =
  "report_as_of,section,table,subheading,inquiry,ref,issued_raw,recipient,recommendation,response,status_previous_30jun,status_30jun,continuation_row";

type Entry = { type: string; knownBy?: string; knownAfter?: string; givenOn?: string; level?: string };

test("a later register and account of the Commission come in by the mappings as they are", async () => {
  const { heed, folder } = await freshDatabase();
  const take = async (name: string, content: string | Uint8Array, mapping: string) => {
    await writeFile(join(folder, name), content);
    const own = join(root, "examples", "mappings", mapping);
    const done = await heed("import", join(folder, name), "--mapping", own, "--create", "--format", "json");
    expect(done.code, done.stderr).toBe(0);
    return JSON.parse(done.stdout);
  };
  const register = (day: string, ...rows: (string | number)[][]) =>
    aWorkbook({
      formats: ["dd/mm/yyyy"],
      sheets: {
        [`Recommendations ${day}`]: [header, ...rows]
          .map((cells) => aRow(...cells).replace(/<c><v>/g, '<c s="1"><v>'))
          .join(""),
      },
    });
  const made = 45300; // 2024-01-09
  const row = (status: string, reply: string, closed: number | "") => [
    "001/24",
    "KiwiRail",
    "N/A",
    "RO-2023-101",
    status,
    made,
    closed,
    "Fence the yard.",
    reply,
  ];
  const first = register("2024-04-04", row("Open", "", ""));
  expect(await take("TAIC_recommendations_04_04_2024.xlsx", first, "taic-register.yaml")).toMatchObject({
    created: { recommendations: 1, followUps: 1, entries: 0 },
  });
  const second = register("2025-06-30", row("Closed acceptable", "We will.", 45800), [
    ...["001/25", "KiwiRail", "Fatigue", "RO-2024-102", "Open", 45700, "", "Rest more.", "On 3 June 2025, yes."],
  ]);
  const told = await take("TAIC_recommendations_30_06_2025.xlsx", second, "taic-register.yaml");
  expect(told).toMatchObject({ created: { recommendations: 1, followUps: 1, entries: 3 }, unchanged: 1, rejected: [] });
  const panel = [
    panelHeader,
    "2025-06-30,KiwiRail,update,Rail,RO-2023-101,001/24,,,,,Being implemented,Implemented,",
    "2025-06-30,KiwiRail,issued,Rail,RO-2024-102,001/25,,,,Accepted and being implemented,,,",
  ].join("\n");
  expect(await take("panel-2025.csv", panel, "taic-panel.yaml")).toMatchObject({
    rows: 2,
    created: { organizations: 0, reports: 0, recommendations: 0, followUps: 0, entries: 3 },
    rejected: [],
  });
  const { followUps } = JSON.parse((await heed("export")).stdout) as { followUps: { entries: Entry[] }[] };
  const days = followUps.map(({ entries }) =>
    entries.map(({ type, knownAfter, knownBy, givenOn }) => [type, knownAfter, knownBy ?? givenOn]).sort(),
  );
  expect(days).toEqual([
    [
      ["closure", undefined, "2025-05-23"],
      ["progressUpdate", undefined, "2025-06-30"],
      // Given between the two registers.
      ["response", "2024-04-04", "2025-06-30"],
    ],
    [
      ["progressUpdate", undefined, "2025-06-30"],
      ["response", undefined, "2025-06-03"],
      ["response", undefined, "2025-06-30"],
    ],
  ]);
});
