import { startService } from "@heed/api";

/** The built service of Heed, in a process of its own, without a limit of requests; it reports its port. */
const service = await startService({ url: process.argv[2] ?? "", port: 0, rateLimit: 0 });
process.stdout.write(`${service.port}\n`);
process.once("SIGTERM", async () => {
  await service.close();
  process.exit(0);
});
