-- CreateTable
CREATE TABLE "session" (
    "digest" TEXT NOT NULL PRIMARY KEY,
    "person_id" TEXT NOT NULL,
    "user_id" TEXT,
    "name" TEXT NOT NULL,
    "claimed" TEXT NOT NULL DEFAULT '[]',
    "created_at" TEXT NOT NULL,
    "last_used_at" TEXT NOT NULL,
    "idle_ends_at" TEXT NOT NULL,
    "ends_at" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "sign_in_link" (
    "digest" TEXT NOT NULL PRIMARY KEY,
    "user_id" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "expires_at" TEXT NOT NULL,
    "used_at" TEXT
);

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE INDEX "session_ends_at_idx" ON "session"("ends_at");

-- CreateIndex
CREATE INDEX "sign_in_link_user_id_idx" ON "sign_in_link"("user_id");

-- CreateIndex
CREATE INDEX "sign_in_link_expires_at_idx" ON "sign_in_link"("expires_at");
