// Plugins of esbuild that make parts from others load no more than a question needs.
import { readFile } from "node:fs/promises";

/** commander starts other programs only for commands that are files of their own; Heed has none. */
const lateChildProcess = {
  name: "late-child-process",
  setup(build) {
    build.onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      importer.includes("/commander/") ? { path: "node:child_process", namespace: "late" } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: "late" }, ({ path }) => ({
      contents: `module.exports = { get spawn() { return require("${path}").spawn; } };`,
    }));
  },
};

/**
 * libsql is bundled; only its native part is required, from where libsql is. Which one it is, detect-libc tells from a file: the
 * loader of libsql would have Node write a report on the whole process, which takes longer than the question.
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

export const leanParts = [lateChildProcess, nativeLibsql];
