-- CreateTable
CREATE TABLE "former_reference" (
    "kind" TEXT COLLATE "C" NOT NULL,
    "reference_key" TEXT COLLATE "C" NOT NULL,
    "thing_id" TEXT COLLATE "C" NOT NULL,
    "reference" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "former_reference_pkey" PRIMARY KEY ("kind","reference_key","thing_id")
);

-- CreateIndex
CREATE INDEX "former_reference_kind_thing_id_idx" ON "former_reference"("kind", "thing_id");
