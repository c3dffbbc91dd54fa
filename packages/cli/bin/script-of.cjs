const { readFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const { dirname } = require("node:path");
const { Script } = require("node:vm");

/** A bundled command, compiled with V8's code cache where there is one for this Node; V8 itself refuses another's. */
function scriptOf(file) {
  const cache = `${file}.cache`;
  let cachedData;
  try {
    cachedData = readFileSync(cache);
  } catch {
    // Without it everything works, a little later.
  }
  const source = `(function (exports, require, module, __dirname, importOutside) {${readFileSync(file, "utf8")}\n})`;
  return { script: new Script(source, { filename: file, cachedData }), cache };
}

function evaluated(script, file) {
  const module = { exports: {} };
  // A script with a code cache cannot import by itself.
  const importOutside = (name) => import(name);
  script.runInThisContext()(module.exports, createRequire(file), module, dirname(file), importOutside);
  return module.exports;
}

function loaded(file) {
  return evaluated(scriptOf(file).script, file);
}

module.exports = { scriptOf, evaluated, loaded };
