-- DropIndex
DROP INDEX "responsibility_organization_id_idx";

-- AlterTable
ALTER TABLE "responsibility" DROP CONSTRAINT "responsibility_pkey",
ADD COLUMN     "side" TEXT COLLATE "C" NOT NULL,
ADD COLUMN     "state" TEXT COLLATE "C" NOT NULL,
ADD CONSTRAINT "responsibility_pkey" PRIMARY KEY ("follow_up_id", "side", "from_on", "state", "organization_id");

-- CreateTable
CREATE TABLE "organization_change" (
    "id" TEXT COLLATE "C" NOT NULL,
    "type" TEXT COLLATE "C" NOT NULL,
    "on_day" TEXT COLLATE "C",
    "recorded_at" TEXT COLLATE "C" NOT NULL,
    "body" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "organization_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organization_change_part" (
    "change_id" TEXT COLLATE "C" NOT NULL,
    "part" TEXT COLLATE "C" NOT NULL,
    "organization_id" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "organization_change_part_pkey" PRIMARY KEY ("change_id","part","organization_id")
);

-- CreateIndex
CREATE INDEX "organization_change_part_organization_id_part_idx" ON "organization_change_part"("organization_id", "part");

-- CreateIndex
CREATE INDEX "responsibility_organization_id_until_on_idx" ON "responsibility"("organization_id", "until_on");

-- CreateIndex
CREATE INDEX "standing_stale_from_idx" ON "standing"("stale_from");

-- AddForeignKey
ALTER TABLE "organization_change_part" ADD CONSTRAINT "organization_change_part_change_id_fkey" FOREIGN KEY ("change_id") REFERENCES "organization_change"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization_change_part" ADD CONSTRAINT "organization_change_part_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand: the record is appended to and never changed (R12).
CREATE TRIGGER organization_change_append_only BEFORE UPDATE OR DELETE ON "organization_change" FOR EACH ROW EXECUTE FUNCTION refuse_change();
