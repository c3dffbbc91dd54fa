import { expect, test } from "vitest";
import { writeDocument } from "../src/index.ts";
import { sample } from "./sample.ts";

const written = async (format: "md" | "html") => new TextDecoder().decode(await writeDocument(sample, format));

test("Markdown has headings by depth, tables, notes, and no sign of a text as markup", async () => {
  const markdown = await written("md");
  expect(markdown).toContain("# Opvolging & meer\n\nDe toestand \\<nu\\>");
  expect(markdown).toContain("\n## Eerste \\#deel\n");
  expect(markdown).toContain("\n### Tweede deel\n");
  expect(markdown).toContain("Drie **van** de \\*vier\\* \\| zijn \\| gedaan.[^1]");
  expect(markdown).toContain("| Wie | Te laat |\n| --- | ---: |\n| FOD Justitie | 7 |");
  expect(markdown).toContain("| 2015 | 2 | 3 |");
  expect(markdown).toContain("1. eerst\n2. dan");
  expect(markdown).toContain("[^1]: Regel [R13](<https://example.org/R13>)");
});

test("HTML says its language and that of each foreign text, and names the rows and columns of its tables", async () => {
  const html = await written("html");
  expect(html).toContain('<html lang="nl-BE">');
  expect(html).toContain('<span lang="fr">Les chiffres et les visages</span>');
  expect(html).toContain('<h2 id="first">Eerste #deel</h2>');
  expect(html).toContain('<h3 id="second">Tweede deel</h3>');
  expect(html).toContain('<th scope="row">FOD Justitie</th><td class="end">7</td>');
  expect(html).toContain("De toestand &#60;nu&#62;");
  expect(html).toContain('aria-label="Gestapelde kolommen: in 2014 drie, in 2015 vijf."');
  // What it points to is there, once.
  const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
  expect(targets.length).toBeGreaterThan(5);
  for (const id of targets) expect(html.split(`id="${id}"`).length, id).toBe(2);
});
