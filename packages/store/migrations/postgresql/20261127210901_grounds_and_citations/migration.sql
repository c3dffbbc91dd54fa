-- AlterTable
ALTER TABLE "recommendation_link" ADD COLUMN     "item_id" TEXT COLLATE "C",
ADD COLUMN     "section_id" TEXT COLLATE "C";

-- CreateTable
CREATE TABLE "entry_citation" (
    "cited_id" TEXT COLLATE "C" NOT NULL,
    "entry_id" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "entry_citation_pkey" PRIMARY KEY ("cited_id","entry_id")
);

-- CreateIndex
CREATE INDEX "entry_citation_entry_id_idx" ON "entry_citation"("entry_id");

-- CreateIndex
CREATE INDEX "recommendation_link_item_id_idx" ON "recommendation_link"("item_id");

-- CreateIndex
CREATE INDEX "recommendation_link_section_id_idx" ON "recommendation_link"("section_id");

-- AddForeignKey
ALTER TABLE "entry_citation" ADD CONSTRAINT "entry_citation_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A link is taken back once; nothing else of it changes. What a recommendation of a draft rests on goes with it.
CREATE OR REPLACE FUNCTION refuse_change_of_link() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD.withdrawn_at IS NULL AND NEW.withdrawn_at IS NOT NULL
      AND (OLD.to_id, OLD.item_id, OLD.section_id) IS NOT DISTINCT FROM (NEW.to_id, NEW.item_id, NEW.section_id)
      AND (OLD.id, OLD.type, OLD.from_id, OLD.on_day, OLD.recorded_at) = (NEW.id, NEW.type, NEW.from_id, NEW.on_day, NEW.recorded_at) THEN
      RETURN NEW;
    END IF;
  ELSIF OLD.type = 'restsOn' AND EXISTS (SELECT 1 FROM "recommendation" r JOIN "report" p ON p.id = r.report_id
      WHERE r.id = OLD.from_id AND p.status = 'draft') THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
