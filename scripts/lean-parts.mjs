// Plugins of esbuild that change parts of other packages, so that they load no more than a command needs. Each fails when
// a package no longer has the part that it changes.
import { readFile } from "node:fs/promises";

/** Fails when nothing was changed: the package has become another one. */
function failUnlessUsed(build, what, used) {
  build.onEnd(() => (used() ? undefined : { errors: [{ text: `lean-parts.mjs no longer finds ${what}` }] }));
}

/**
 * commander and detect-libc start other programs only in cases that Heed never reaches: for commands that are files,
 * and without /proc.
 */
const lateChildProcess = {
  name: "late-child-process",
  setup(build) {
    const importers = new Set();
    failUnlessUsed(build, "child_process in commander", () => importers.has("commander"));
    build.onResolve({ filter: /^(node:)?child_process$/ }, ({ path, importer }) => {
      const [, name] = /\/(commander|detect-libc)\//.exec(importer) ?? [];
      if (name === undefined) return undefined;
      importers.add(name);
      return { path, namespace: "late" };
    });
    build.onLoad({ filter: /.*/, namespace: "late" }, ({ path }) => ({
      contents: `const all = () => require("${path}");
        module.exports = { get spawn() { return all().spawn; }, get exec() { return all().exec; }, get execSync() { return all().execSync; } };`,
    }));
  },
};

/**
 * libsql is bundled; only its native part is required, from the folder of libsql. detect-libc finds the right one from
 * a file: the loader of libsql would let Node write a report on the whole process, which takes longer than the command
 * itself.
 */
const nativeLibsql = {
  name: "native-libsql",
  setup(build) {
    // A command that opens no database has no libsql, and nothing to change.
    const [found, changed] = [new Set(), new Set()];
    failUnlessUsed(build, "how libsql loads its native part", () => [...found].every((name) => changed.has(name)));
    build.onLoad({ filter: /\/(libsql|@neon-rs\/load)\/(dist\/)?[\w-]+\.js$/ }, async ({ path }) => {
      const [, name, file] = /\/(libsql|@neon-rs\/load)\/(.*)$/.exec(path);
      found.add(name);
      if (name === "@neon-rs/load") {
        changed.add(name);
        return { contents: loadNothing };
      }
      if (file !== "index.js") return undefined;
      const text = await readFile(path, "utf8");
      const contents = text.replace("return require(`@libsql/", "return nativeParts(`@libsql/");
      if (contents !== text) changed.add(name);
      return { contents };
    });
  },
};

/** In the place of @neon-rs/load: which native part of libsql this machine needs. */
const loadNothing = `const { familySync, MUSL } = require("detect-libc");
  const kinds = { linux: () => (familySync() === MUSL ? "-musl" : "-gnu"), win32: () => "-msvc" };
  exports.currentTarget = () => process.platform + "-" + process.arch + (kinds[process.platform]?.() ?? "");
  exports.load = () => null;`;

/**
 * Packages that build large Unicode tables when they load, for texts that few commands show: each table is built at its
 * first use.
 */
const lateTables = {
  name: "late-tables",
  setup(build) {
    build.onResolve({ filter: /^(string-width|cli-truncate|wrap-ansi)$/ }, ({ path, importer, resolveDir }) =>
      /packages\/\w+\/dist/.test(importer) ? { path, namespace: "late-function", pluginData: resolveDir } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: "late-function" }, ({ path, pluginData }) => ({
      contents: `export default (...args) => require("${path}").default(...args);`,
      resolveDir: pluginData,
    }));
  },
};

export const leanParts = [lateChildProcess, lateTables, nativeLibsql];
