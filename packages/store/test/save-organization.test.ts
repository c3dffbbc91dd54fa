import type { Organization } from "@heed/core";
import { expect, test } from "vitest";
import { prismaClient } from "../src/prisma-client.ts";
import { saveOrganization } from "../src/register/save-organization.ts";
import { describeDatabase } from "./describe-database.ts";

const centre: Organization = {
  id: "centre",
  code: "centre",
  name: { fr: "Centre pour l'égalité des chances", nl: "Centrum voor gelijkheid van kansen" },
  otherNames: [{ name: "CECLR" }],
  level: "federal",
  foundingDate: "1993-02-15",
};

describeDatabase("the register, through Prisma", (open) => {
  test("keeps an organization under all its names, once", async () => {
    const { database, url } = await open();
    const prisma = await prismaClient(url);
    try {
      await saveOrganization(prisma, centre, "2026-01-01T00:00:00Z");
      await saveOrganization(prisma, centre, "2026-02-01T00:00:00Z");
      expect(await database.all("SELECT code, recorded_at FROM organization")).toEqual([
        { code: "centre", recorded_at: "2026-01-01T00:00:00Z" },
      ]);
      expect(await database.all("SELECT name_key FROM organization_name ORDER BY name_key")).toEqual([
        { name_key: "ceclr" },
        { name_key: "centre pour l'égalité des chances" },
        { name_key: "centrum voor gelijkheid van kansen" },
      ]);
      await expect(saveOrganization(prisma, { ...centre, id: "other" }, "2026-01-01T00:00:00Z")).rejects.toMatchObject({
        code: "duplicateReference",
      });
    } finally {
      await prisma.$disconnect();
    }
  });
});
