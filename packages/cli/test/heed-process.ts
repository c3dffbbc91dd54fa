// The command line from source, as a process of its own: what bin/heed.js is after the build.
import { main } from "../src/main.ts";

process.exitCode = await main(process.argv.slice(2));
