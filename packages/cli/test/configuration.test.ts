import { readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { allCommands } from "../src/all-commands.ts";
import { type configurationKeys, keyNames, variableOf } from "../src/configuration/configuration-keys.ts";
import { usualOf } from "../src/configuration/held-configuration.ts";
import { heedProgram } from "../src/process/program.ts";
import { ended, root, start, worldDatabase } from "./heed.ts";

const program = heedProgram(allCommands, () => undefined);
const ofServe = program.commands.find((each) => each.name() === "serve")?.options ?? [];

async function fileWith(text: string): Promise<{ folder: string; file: string }> {
  const folder = await mkdtemp(join(tmpdir(), "heed-config-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, "heed.yaml");
  await writeFile(file, text);
  return { folder, file };
}

/** A command whose environment names no database. */
const heed = (args: string[], more: Record<string, string> = {}) => ended(start(args, "", more));

test("each option of a service that the environment knows is a key of the configuration", () => {
  const variables = ofServe.flatMap(({ envVar }) => (envVar === undefined ? [] : [envVar]));
  expect(variables.length).toBeGreaterThan(20);
  expect(keyNames.map(variableOf)).toEqual(expect.arrayContaining(variables));
});

test("the page of the configuration has each key, its variable, what it is and what is usual", () => {
  const about: Partial<Record<keyof typeof configurationKeys, string>> = {
    database: "`file:…` or `postgresql://…`",
    databasePasswordFile: "the password of PostgreSQL's user, in a file of its own",
    files:
      "where files of evidence are kept, if not beside the file of SQLite or in PostgreSQL: a folder, or `s3://BUCKET/PREFIX`",
    filesEndpoint: "the address of the object store of that bucket",
    filesRegion: "its region",
    filesKey: "the id of the key at the object store",
    filesSecretFile: "the secret of that key, in a file of its own",
    postgresqlPrograms: "the folder of `pg_dump` and `pg_restore`, if they are not found by PATH",
    backupFolder: "where `heed database backup` puts its files, and `heed doctor` looks for them",
  };
  const rows = keyNames.map((key) => {
    const option = ofServe.find(({ envVar }) => envVar === variableOf(key));
    const usual = usualOf(option);
    const values = option?.argChoices ? `: ${option.argChoices.join(", ")}` : "";
    return `| \`${key}\` | \`${variableOf(key)}\` | ${about[key] ?? `${option?.description}${values}`} | ${usual === undefined ? "" : `\`${usual}\``} |`;
  });
  const page = join(root, "docs", "configuration.md");
  const text = readFileSync(page, "utf8");
  const table = /\| key \|[^\n]*\n\|[-|]*\|\n(\|[^\n]*\n)*/;
  const made = text.replace(table, `| key | variable | what it is | usual |\n|---|---|---|---|\n${rows.join("\n")}\n`);
  if (process.env.HEED_UPDATE_CONFIGURATION) writeFileSync(page, made);
  else expect(text).toBe(made);
});

test("a file is read by every command; the environment goes before it, and an option before both", async () => {
  const { url } = await worldDatabase();
  const { file } = await fileWith(`database: ${url}\nmailHour: 8\ntrustProxy: [loopback, 10.0.0.0/8]\nrateLimit: 0\n`);
  const [read, otherwise, shown] = await Promise.all([
    heed(["overdue", "--as-of", "2015-06-30", "--format", "json"], { HEED_CONFIG: file, HEED_DATABASE: url }),
    heed(["--config", file, "--database", "file:/nowhere/else.sqlite", "overdue"]),
    heed(["config", "show", "--config", file, "--format", "json"], { HEED_MAIL_HOUR: "9" }),
  ]);
  expect(read.stderr).toBe("");
  expect(JSON.parse(read.stdout).total).toBeGreaterThan(0);
  expect(otherwise.stderr).toContain("/nowhere/else.sqlite");
  const held = Object.fromEntries(JSON.parse(shown.stdout).items.map((each: { key: string }) => [each.key, each]));
  expect(held).toMatchObject({
    mailHour: { value: "9", from: "environment" },
    trustProxy: { value: "loopback,10.0.0.0/8", from: "file", file },
    rateLimit: { value: "0", from: "file" },
    port: { value: "3000", from: "usual" },
  });
});

test("a path is taken from the folder of the file, and no secret is shown", async () => {
  const { url } = await worldDatabase();
  const { folder, file } = await fileWith(
    "database: postgresql://heed:very-secret@db.example.org/heed\nmailPasswordFile: secrets/mail\nfiles: evidence\n",
  );
  // In the environment of the tests a database is always named.
  const { stdout } = await heed(["--config", file, "config", "show", "--format", "json"], {
    HEED_DATABASE: "postgresql://heed:very-secret@db.example.org/heed?sslpassword=other-secret",
  });
  expect(stdout).toContain(join(folder, "secrets", "mail"));
  expect(stdout).toContain(join(folder, "evidence"));
  expect(stdout).toContain("db.example.org");
  expect(stdout).not.toContain("secret@");
  expect(stdout).not.toContain("other-secret");
  const secret = {
    HEED_MAIL_SERVER: "smtp://heed:very-secret@mail.example.org",
    HEED_PUBLIC_URL: "https://heed:very-secret@heed.example.org",
    HEED_FILES_ENDPOINT: "https://key:very-secret@s3.example.org",
    HEED_VIRUS_SCANNER: "tcp://heed:very-secret@scan.example.org:3310",
  };
  for (const args of [
    ["config", "show"],
    ["config", "show", "--format", "json"],
    ["doctor"],
    ["serve", "--port", "0"],
  ]) {
    const told = await heed(args, { ...secret, HEED_DATABASE: url });
    expect(told.stdout + told.stderr, args.join(" ")).not.toContain("very-secret");
    expect(told.stdout + told.stderr, args.join(" ")).toContain("***@");
  }
});

test("what is wrong is told with the file and the key, all of it at once, and no service starts with it", async () => {
  const [{ file: misspelt }, { file: impossible }, { file: deep }] = [
    await fileWith("mailHuor: 7\nspeed: 1\n"),
    await fileWith("port: 70000\nlogLevel: loud\nmailHour: 25\n"),
    await fileWith("mailHour: 7\nmailFrom:\n  name: Heed\n"),
  ];
  const [unknown, shown, served, nested, none] = await Promise.all([
    heed(["--config", misspelt, "overdue"]),
    heed(["--config", impossible, "config", "show"], { HEED_MAIL_HUOR: "7" }),
    heed(["--config", impossible, "serve"]),
    heed(["--config", deep, "overdue"]),
    heed(["--config", join(root, "none.yaml"), "overdue"]),
  ]);
  expect(unknown).toMatchObject({ code: 2, stdout: "" });
  expect(unknown.stderr).toContain("mailHuor: there is no such key; did you mean mailHour?");
  expect(unknown.stderr).toContain("speed: there is no such key");
  expect(shown.code).toBe(2);
  expect(shown.stderr).toContain("nothing reads HEED_MAIL_HUOR; did you mean HEED_MAIL_HOUR?");
  for (const key of ["port", "logLevel", "mailHour"]) expect(shown.stderr).toContain(`${impossible}, ${key}:`);
  expect(served.code).toBe(2);
  expect(served.stderr).toMatch(/from (port|logLevel|mailHour) in .*heed\.yaml is invalid/);
  expect(nested).toMatchObject({ code: 2 });
  expect(nested.stderr).toContain("line 2, mailFrom");
  expect(none.stderr).toMatch(/^heed: .*none\.yaml cannot be read/);
});

test("the password of PostgreSQL may lie in a file", async () => {
  const { folder, file } = await fileWith("databasePasswordFile: password\n");
  const url = { HEED_DATABASE: "postgresql://heed@127.0.0.1:1/heed" };
  const missing = await heed(["--config", file, "overdue"], url);
  expect(missing).toMatchObject({ code: 2 });
  expect(missing.stderr).toContain("HEED_DATABASE_PASSWORD_FILE");
  await writeFile(join(folder, "password"), "p@ss/word\n");
  const unreachable = await heed(["--config", file, "overdue"], url);
  expect(unreachable).toMatchObject({ code: 3 });
  expect(unreachable.stderr).not.toContain("word");
});
