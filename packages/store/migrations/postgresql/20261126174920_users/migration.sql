-- AlterTable
ALTER TABLE "api_token" ADD COLUMN     "acts" TEXT COLLATE "C",
ADD COLUMN     "user_id" TEXT COLLATE "C";

-- CreateTable
CREATE TABLE "user_account" (
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "name_key" TEXT COLLATE "C" NOT NULL,
    "look_alike_key" TEXT COLLATE "C" NOT NULL,
    "email" TEXT COLLATE "C",
    "language" TEXT COLLATE "C",
    "left_on" TEXT COLLATE "C",
    "version" INTEGER NOT NULL,
    "recorded_at" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "user_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_role" (
    "user_id" TEXT COLLATE "C" NOT NULL,
    "position" INTEGER NOT NULL,
    "role" TEXT COLLATE "C" NOT NULL,
    "organization_id" TEXT COLLATE "C",
    "from_on" TEXT COLLATE "C" NOT NULL,
    "until_on" TEXT COLLATE "C",

    CONSTRAINT "user_role_pkey" PRIMARY KEY ("user_id","position")
);

-- CreateTable
CREATE TABLE "user_identity" (
    "issuer" TEXT COLLATE "C" NOT NULL,
    "subject" TEXT COLLATE "C" NOT NULL,
    "user_id" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "user_identity_pkey" PRIMARY KEY ("issuer","subject")
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

-- AddForeignKey
ALTER TABLE "user_role" ADD CONSTRAINT "user_role_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_role" ADD CONSTRAINT "user_role_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_identity" ADD CONSTRAINT "user_identity_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
