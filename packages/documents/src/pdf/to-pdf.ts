import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Document } from "@heed/core/document/document";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { drawnBy } from "./drawn-signs.ts";
import { printedDocument } from "./printed-document.ts";

const template = new URL("../../typst/report.typ", import.meta.url);
const require = createRequire(import.meta.url);

/** Fonts out of a package of npm, so that they are the same on every machine. */
const fonts = [
  "400Regular/SourceSans3_400Regular",
  "700Bold/SourceSans3_700Bold",
  "400Regular_Italic/SourceSans3_400Regular_Italic",
];

/**
 * The document as a PDF that says itself to be PDF/UA-1; what is not accessible is refused while it is written. It keeps its thread
 * until it is done. Errors: Error with the places in the template.
 */
export function toPdf(document: Document): Uint8Array {
  const fontBlobs = fonts.map((name) => readFileSync(require.resolve(`@expo-google-fonts/source-sans-3/${name}.ttf`)));
  const compiler = NodeCompiler.create({ workspace: "/nowhere", fontArgs: [{ fontBlobs }] });
  const data = printedDocument(document, drawnBy(fontBlobs));
  compiler.mapShadow("/nowhere/document.json", Buffer.from(JSON.stringify(data)));
  const compiled = compiler.compile({ mainFileContent: readFileSync(template, "utf8") });
  const remarks = [compiled.takeDiagnostics(), compiled.takeWarnings()].flatMap((each) => each?.shortDiagnostics ?? []);
  if (!compiled.result || remarks.length > 0) throw new Error(`Typst: ${JSON.stringify(remarks)}`);
  return compiler.pdf(compiled.result, { pdfStandard: "ua-1", creationTimestamp: Date.parse(document.day) / 1000 });
}
