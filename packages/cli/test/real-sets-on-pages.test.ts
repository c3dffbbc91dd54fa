import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { freshDatabase, hasSharedData, sharedData } from "./heed.ts";
import { serving } from "./serving.ts";

type Sample = { file: string; lineEnd: string; rows: number };

/** The first rows of a file, with its bytes as they are: its own encoding is read by the mapping. */
async function sampleOf({ file, lineEnd, rows }: Sample, folder: string): Promise<string> {
  const text = await readFile(join(sharedData, file), "latin1");
  const all: string[][] = parse(text, { record_delimiter: lineEnd, relax_column_count: true, to: rows });
  const path = join(folder, file.replaceAll("/", "-"));
  const quoted = all.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(","));
  await writeFile(path, quoted.join(lineEnd), "latin1");
  return path;
}

type Listed = { id: string; reference: string; title?: object; beginning?: { en?: string } };

describe.skipIf(!hasSharedData)("the real sets in one database (../shared/data)", () => {
  test("read well on pages", { timeout: 300_000 }, async () => {
    const { heed, url, folder } = await freshDatabase();
    await heed("database", "upgrade");
    const upr = await sampleOf({ file: "upr/6-9.csv", lineEnd: "\r", rows: 400 }, folder);
    const coroners = await sampleOf({ file: "pfd/pfd_reports_2023-10-01.csv", lineEnd: "\n", rows: 400 }, folder);
    for (const args of [
      [upr, "--mapping", "examples/mappings/upr.yaml"],
      [coroners, "--mapping", "examples/mappings/coroners.yaml", "--skip-invalid"],
    ]) {
      const { code, stderr } = await heed("import", ...args);
      expect(code, stderr).toBe(0);
    }
    const { address, child, end, get } = await serving(url);
    const page = async (path: string) => {
      const response = await fetch(`${address}${path}`);
      const body = await response.text();
      expect(response.status, path).toBe(200);
      expect(Buffer.byteLength(body), path).toBeLessThan(150_000);
      expect(body, path).not.toMatch(/undefined|\[object|NaN/);
      return body;
    };
    const items: Listed[] = JSON.parse((await get("/recommendations?pageSize=1000")).body).items;
    expect(items.length).toBeGreaterThan(500);
    const untitled = items.filter(({ title, beginning }) => title === undefined && beginning !== undefined);
    expect(untitled.length).toBeGreaterThan(300);
    for (const { beginning } of untitled) expect(beginning?.en).toMatch(/^\S.{5,140}$/s);

    // Where there is no title, a list shows the beginning of the text beside the digest, and the page has it as its heading.
    const [first] = untitled;
    const words = first?.beginning?.en?.replace("…", "") ?? "";
    const escaped = words.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
    const found = await page(`/en/recommendations?q=${encodeURIComponent(words.split(" ").slice(0, 4).join(" "))}`);
    expect(found.replaceAll(/<\/?mark>/g, "")).toContain(escaped);
    expect(found).toContain("<mark>");
    for (const { id } of [first, ...untitled.slice(-3), ...items.slice(0, 3)].filter((each) => each !== undefined))
      await page(`/en/recommendations/${encodeURIComponent(id)}`);
    expect(await page(`/en/recommendations/${encodeURIComponent(first?.id ?? "")}`)).toMatch(
      new RegExp(`<h1[^>]*>(<bdi[^>]*>)?${escaped.slice(0, 40).replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`),
    );

    for (const language of ["nl", "fr", "de", "en"])
      for (const path of ["", "/overdue", "/owed", "/recommendations", "/reports", "/organizations", "/themes"])
        await page(`/${language}${path}`);

    const listed = await heed("recommendation", "list", "--limit", "600");
    expect(listed.stdout).toContain(words.slice(0, 30));
    const file = await get("/exports/recommendations?lang=nl&format=csv");
    expect(file.body).toContain("Begin van de tekst");
    child.kill("SIGTERM");
    expect((await end).code).toBe(0);
  });
});
