-- CreateTable
CREATE TABLE "webhook" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "url" TEXT NOT NULL,
    "kinds" TEXT,
    "secret" TEXT NOT NULL,
    "former_secret" TEXT,
    "former_until" TEXT,
    "rotated_at" TEXT,
    "created_at" TEXT NOT NULL,
    "noted_until" TEXT NOT NULL
);
