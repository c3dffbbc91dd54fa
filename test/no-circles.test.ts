import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";
import { type Edge, findCircles } from "../packages/core/src/find-circles.ts";

const packages = resolve(import.meta.dirname, "../packages");

/** The imports between the files of a package, without what is generated and what its entry exports again. */
function importsIn(name: string): Edge[] {
  const source = join(packages, name, "src");
  const files = readdirSync(source, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith("generated/") && file !== "index.ts")
    .map((file) => join(source, file));
  return files.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/(?:from|import\()\s*"(\.[^"]+)"/g)].map(([, path = ""]) => ({
      from: relative(source, file),
      to: relative(source, resolve(dirname(file), path)),
    })),
  );
}

const folderOf = ({ from, to }: Edge): Edge => ({ from: dirname(from), to: dirname(to) });
const circles = (edges: readonly Edge[]) =>
  findCircles(edges.filter(({ from, to }) => from !== to)).map((circle) => [...circle].sort());

test.each(readdirSync(packages))("no files and no folders of %s import each other in a circle", (name) => {
  const imports = importsIn(name);
  // The client is one file, which imports its types.
  if (name !== "client") expect(imports.length).toBeGreaterThan(5);
  expect(circles(imports)).toEqual([]);
  expect(circles(imports.map(folderOf))).toEqual([]);
});
