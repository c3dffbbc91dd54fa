// Makes what the pages load: the style sheet, compiled with only the parts of govuk-frontend that they use, the typeface, the
// licences of both, and the script of a form that is saved while somebody types. The folder is not committed.
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile } from "sass";

const folder = join(dirname(fileURLToPath(import.meta.url)), "..");
const assets = join(folder, "assets");
const modules = join(folder, "node_modules");

rmSync(assets, { recursive: true, force: true });
mkdirSync(join(assets, "licences"), { recursive: true });
const { css } = compile(join(folder, "styles", "portal.scss"), {
  loadPaths: [modules],
  style: "compressed",
  quietDeps: true,
  // No character is written that the file's encoding would have to tell.
  charset: false,
});
writeFileSync(join(assets, "portal.css"), css);

cpSync(join(folder, "browser", "save-while-typing.js"), join(assets, "save-while-typing.js"));
cpSync(join(folder, "styles", "icon.svg"), join(assets, "icon.svg"));

const typeface = join(modules, "@fontsource-variable", "source-sans-3");
for (const range of ["latin", "latin-ext"])
  cpSync(
    join(typeface, "files", `source-sans-3-${range}-wght-normal.woff2`),
    join(assets, `source-sans-3-${range}.woff2`),
  );
cpSync(join(typeface, "LICENSE"), join(assets, "licences", "source-sans-3.txt"));
// The package itself comes without the text of its licence.
cpSync(join(folder, "styles", "govuk-frontend-licence.txt"), join(assets, "licences", "govuk-frontend.txt"));
