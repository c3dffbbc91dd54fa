// Asks a bundled command some questions, each a list of words as JSON, and keeps beside it what V8 compiled for them: a part
// of the build.
const { writeFileSync } = require("node:fs");
const { evaluated, scriptOf } = require("./script-of.cjs");

const [, , file, ...questions] = process.argv;

async function keep() {
  const { script, cache } = scriptOf(file);
  const { main } = evaluated(script, file);
  for (const words of questions) process.exitCode ||= await main(JSON.parse(words));
  writeFileSync(cache, script.createCachedData());
}

keep().catch((error) => {
  throw error;
});
