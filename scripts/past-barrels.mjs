// A plugin of esbuild that replaces an import from one of our packages by an import from the file that exports the
// name. A bundle then skips the index file and evaluates only what it uses, also for modules that are imported later.
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { root } from "./pnpm.mjs";

const fromPackage = /import \{([^}]*)\} from "@heed\/(\w+)";/g;

const prismaClient = /\bimport\("[./]+generated\/(\w+)\/client\.js"\)/g;

export const pastBarrels = {
  name: "past-barrels",
  setup(build) {
    const places = new Map();
    const placesIn = (name) => {
      if (!places.has(name)) places.set(name, namesUnder(join(root, "packages", name, "dist", "index.js")));
      return places.get(name);
    };
    build.onLoad({ filter: /packages\/\w+\/dist\/.*\.js$/ }, async ({ path }) => {
      const [, own, place] = /packages\/(\w+)\/dist\/(.*)$/.exec(path);
      const text = await readFile(path, "utf8");
      let contents = text;
      for (const [statement, list, name] of text.matchAll(fromPackage)) {
        const files = await placesIn(name);
        const imports = list.split(",").map((each) => each.trim());
        const direct = imports.filter(Boolean).map((each) => {
          const file = files.get(each.split(" as ")[0]);
          if (file === undefined) throw new Error(`${path} imports ${each}, which @heed/${name} does not export`);
          return `import { ${each} } from ${JSON.stringify(file)};`;
        });
        contents = contents.replace(statement, direct.join(""));
      }
      contents = withDroppableSchemas(contents);
      if (/from "zod"/.test(contents) && !contents.includes('import * as z from "zod";'))
        throw new Error(`${path} imports zod in another way than withDroppableSchemas knows`);
      // Prisma's client stays outside: a command that acts imports it from the package, and one that reads carries nothing of it.
      contents = contents.replaceAll(prismaClient, 'importOutside("@heed/store/prisma/$1")');
      if (/\bgenerated\/\w+\/client\.js/.test(contents)) throw new Error(`${path} would carry Prisma's client`);
      // Writers of documents load what they need, and a native part, from their own package.
      contents = contents.replaceAll('import("@heed/documents")', 'importOutside("@heed/documents")');
      // What is beside a module is found from the module's own place, not from the bundle.
      return { contents: contents.replaceAll("import.meta.url", `addressOf("${own}", "${place}")`), loader: "js" };
    });
  },
};

/**
 * Leaves schemas out of a bundle that does not use them, and with them most of zod. This is safe because a call of zod
 * only makes a value.
 */
function withDroppableSchemas(text) {
  return text
    .replace('import { z } from "zod";', 'import * as z from "zod";')
    .replaceAll(/(?<![\w.])z(?=\s*\.[\w.]+\()/g, "/* @__PURE__ */ z");
}

/** Every name that a file exports, with the file that defines it. */
async function namesUnder(file) {
  const text = await readFile(file, "utf8");
  const names = new Map();
  for (const [, from] of text.matchAll(/^export \* from "(\.[^"]+)";/gm))
    for (const [name, place] of await namesUnder(join(dirname(file), from))) names.set(name, place);
  for (const [, name] of text.matchAll(/^export (?:async )?(?:const|let|class|function\*?) (\w+)/gm))
    names.set(name, file);
  for (const [, list, from] of text.matchAll(/^export \{([^}]*)\}(?: from "(\.[^"]+)")?/gm))
    for (const each of list.split(",").filter((each) => each.trim() !== ""))
      names.set(each.trim().split(" as ").at(-1), from === undefined ? file : join(dirname(file), from));
  return names;
}
