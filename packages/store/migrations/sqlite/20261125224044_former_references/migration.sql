-- CreateTable
CREATE TABLE "former_reference" (
    "kind" TEXT NOT NULL,
    "reference_key" TEXT NOT NULL,
    "thing_id" TEXT NOT NULL,
    "reference" TEXT NOT NULL,

    PRIMARY KEY ("kind", "reference_key", "thing_id")
);

-- CreateIndex
CREATE INDEX "former_reference_kind_thing_id_idx" ON "former_reference"("kind", "thing_id");
