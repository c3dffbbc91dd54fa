-- CreateTable
CREATE TABLE "webhook" (
    "id" TEXT COLLATE "C" NOT NULL,
    "url" TEXT COLLATE "C" NOT NULL,
    "kinds" TEXT COLLATE "C",
    "secret" TEXT COLLATE "C" NOT NULL,
    "former_secret" TEXT COLLATE "C",
    "former_until" TEXT COLLATE "C",
    "rotated_at" TEXT COLLATE "C",
    "created_at" TEXT COLLATE "C" NOT NULL,
    "noted_until" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "webhook_pkey" PRIMARY KEY ("id")
);
