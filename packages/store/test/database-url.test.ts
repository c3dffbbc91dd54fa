import { expect, test } from "vitest";
import { shownDatabaseUrl } from "../src/connection/database-url.ts";

test.each([
  ["postgresql://heed:secret@db:5432/heed", "postgresql://heed:***@db:5432/heed"],
  ["postgresql://db/heed?user=heed&password=secret", "postgresql://db/heed?user=heed&password=***"],
  ["postgresql://db/heed?p%61ssword=secret", "postgresql://db/heed?password=***"],
  ["postgresql://db/heed?PASSWORD=secret&password=secret", "postgresql://db/heed?PASSWORD=***&password=***"],
  ["postgresql://db/heed?sslpassword=secret&sslmode=require", "postgresql://db/heed?sslpassword=***&sslmode=require"],
  ["postgresql://db/heed?options=-c%20x%3Dsecret", "postgresql://db/heed?options=***"],
  ["postgresql://heed:secret@[broken/heed", "postgresql://…"],
])("a database URL is shown without its password: %s", (url, shown) => {
  expect(shownDatabaseUrl(url)).toBe(shown);
  expect(shownDatabaseUrl(url)).not.toContain("secret");
});
