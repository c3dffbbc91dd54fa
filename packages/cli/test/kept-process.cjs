// Runs one command line after another in one process, for tests that ask many: a message holds the arguments and what the
// environment has beside this process's own; the answer holds what the command would have left. A command that ends the process
// ends this one.
const { mainFor } = require("../bin/main-for.cjs");

const written = { stdout: "", stderr: "" };
for (const name of Object.keys(written))
  process[name].write = (data, encoding, done) => {
    written[name] += typeof data === "string" ? data : Buffer.from(data).toString("utf8");
    const then = typeof encoding === "function" ? encoding : done;
    if (then) setImmediate(then);
    return true;
  };

const own = { ...process.env };

process.on("message", async ({ args, environment }) => {
  Object.assign(written, { stdout: "", stderr: "" });
  for (const name of Object.keys(process.env)) if (!(name in own)) delete process.env[name];
  Object.assign(process.env, own, environment);
  const main = await mainFor(args);
  const code = await main(args);
  // Each run listens for faults of its own.
  process.removeAllListeners("uncaughtException");
  process.removeAllListeners("unhandledRejection");
  for (const name of Object.keys(written)) process[name].removeAllListeners("error");
  setImmediate(() => process.send({ code, ...written }));
});
