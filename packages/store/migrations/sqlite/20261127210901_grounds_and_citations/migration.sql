-- AlterTable
ALTER TABLE "recommendation_link" ADD COLUMN "item_id" TEXT;
ALTER TABLE "recommendation_link" ADD COLUMN "section_id" TEXT;

-- CreateTable
CREATE TABLE "entry_citation" (
    "cited_id" TEXT NOT NULL,
    "entry_id" TEXT NOT NULL,

    PRIMARY KEY ("cited_id", "entry_id"),
    CONSTRAINT "entry_citation_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "entry_citation_entry_id_idx" ON "entry_citation"("entry_id");

-- CreateIndex
CREATE INDEX "recommendation_link_item_id_idx" ON "recommendation_link"("item_id");

-- CreateIndex
CREATE INDEX "recommendation_link_section_id_idx" ON "recommendation_link"("section_id");

-- A link is taken back once; nothing else of it changes. What a recommendation of a draft rests on goes with it.
DROP TRIGGER "recommendation_link_no_update";
CREATE TRIGGER "recommendation_link_no_update" BEFORE UPDATE ON "recommendation_link"
WHEN NOT (OLD.withdrawn_at IS NULL AND NEW.withdrawn_at IS NOT NULL AND OLD.id = NEW.id AND OLD.type = NEW.type AND OLD.from_id = NEW.from_id
  AND OLD.to_id IS NEW.to_id AND OLD.item_id IS NEW.item_id AND OLD.section_id IS NEW.section_id AND OLD.on_day = NEW.on_day
  AND OLD.recorded_at = NEW.recorded_at)
BEGIN SELECT RAISE(ABORT, 'recommendation_link is append-only'); END;
DROP TRIGGER "recommendation_link_no_delete";
CREATE TRIGGER "recommendation_link_no_delete" BEFORE DELETE ON "recommendation_link"
WHEN OLD.type <> 'restsOn' OR NOT EXISTS (SELECT 1 FROM "recommendation" r JOIN "report" p ON p.id = r.report_id
  WHERE r.id = OLD.from_id AND p.status = 'draft')
BEGIN SELECT RAISE(ABORT, 'recommendation_link is append-only'); END;
