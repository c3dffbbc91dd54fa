-- CreateTable
CREATE TABLE "session" (
    "digest" TEXT COLLATE "C" NOT NULL,
    "person_id" TEXT COLLATE "C" NOT NULL,
    "user_id" TEXT COLLATE "C",
    "name" TEXT COLLATE "C" NOT NULL,
    "claimed" TEXT COLLATE "C" NOT NULL DEFAULT '[]',
    "created_at" TEXT COLLATE "C" NOT NULL,
    "last_used_at" TEXT COLLATE "C" NOT NULL,
    "idle_ends_at" TEXT COLLATE "C" NOT NULL,
    "ends_at" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("digest")
);

-- CreateTable
CREATE TABLE "sign_in_link" (
    "digest" TEXT COLLATE "C" NOT NULL,
    "user_id" TEXT COLLATE "C" NOT NULL,
    "created_at" TEXT COLLATE "C" NOT NULL,
    "expires_at" TEXT COLLATE "C" NOT NULL,
    "used_at" TEXT COLLATE "C",

    CONSTRAINT "sign_in_link_pkey" PRIMARY KEY ("digest")
);

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE INDEX "session_ends_at_idx" ON "session"("ends_at");

-- CreateIndex
CREATE INDEX "sign_in_link_user_id_idx" ON "sign_in_link"("user_id");

-- CreateIndex
CREATE INDEX "sign_in_link_expires_at_idx" ON "sign_in_link"("expires_at");
