#!/usr/bin/env node
const { mainFor } = require("./main-for.cjs");

const args = process.argv.slice(2);

mainFor(args)
  .then((main) => main(args))
  .then(
    (code) => {
      process.exitCode = code;
    },
    (error) => {
      throw error;
    },
  );
