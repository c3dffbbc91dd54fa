// Plugins of esbuild that change parts of other packages, so that they load no more than a command needs.
import { readFile } from "node:fs/promises";

/**
 * commander and detect-libc start other programs only in cases that Heed never reaches: for commands that are files,
 * and without /proc.
 */
const lateChildProcess = {
  name: "late-child-process",
  setup(build) {
    build.onResolve({ filter: /^(node:)?child_process$/ }, ({ path, importer }) =>
      /\/(commander|detect-libc)\//.test(importer) ? { path, namespace: "late" } : undefined,
    );
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
    build.onLoad({ filter: /\/libsql\/index\.js$/ }, async ({ path }) => ({
      contents: (await readFile(path, "utf8")).replace("return require(`@libsql/", "return nativeParts(`@libsql/"),
    }));
    build.onLoad({ filter: /\/@neon-rs\/load\/dist\/index\.js$/ }, () => ({
      contents: `const { familySync, MUSL } = require("detect-libc");
        const kinds = { linux: () => (familySync() === MUSL ? "-musl" : "-gnu"), win32: () => "-msvc" };
        exports.currentTarget = () => process.platform + "-" + process.arch + (kinds[process.platform]?.() ?? "");
        exports.load = () => null;`,
    }));
  },
};

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
