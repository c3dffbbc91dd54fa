-- AlterTable
ALTER TABLE "api_token" ADD COLUMN "acts" TEXT;
ALTER TABLE "api_token" ADD COLUMN "user_id" TEXT;

-- CreateTable
CREATE TABLE "user_account" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "look_alike_key" TEXT NOT NULL,
    "email" TEXT,
    "language" TEXT,
    "left_on" TEXT,
    "version" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "user_role" (
    "user_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "organization_id" TEXT,
    "from_on" TEXT NOT NULL,
    "until_on" TEXT,

    PRIMARY KEY ("user_id", "position"),
    CONSTRAINT "user_role_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "user_role_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "user_identity" (
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,

    PRIMARY KEY ("issuer", "subject"),
    CONSTRAINT "user_identity_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "user_account_name_key_key" ON "user_account"("name_key");

-- CreateIndex
CREATE UNIQUE INDEX "user_account_look_alike_key_key" ON "user_account"("look_alike_key");

-- CreateIndex
CREATE INDEX "user_role_organization_id_idx" ON "user_role"("organization_id");

-- CreateIndex
CREATE INDEX "user_identity_user_id_idx" ON "user_identity"("user_id");

-- CreateIndex
CREATE INDEX "api_token_user_id_idx" ON "api_token"("user_id");
