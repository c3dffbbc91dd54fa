import { DomainError, type Id } from "@heed/core";
import type { CollectedItem } from "@heed/core/collected-item/collected-item";
import { addItem } from "@heed/core/register/add-item";
import { correctItem } from "@heed/core/register/correct-item";
import type { RegisterContext } from "@heed/core/register/register-act";
import type { RegisterResult } from "@heed/core/register/register-result";
import { withdrawItem } from "@heed/core/register/withdraw-item";
import { requireOrganizations } from "../organizations/require-organizations.ts";
import { collectedItemRow, collectedItemThemeRows } from "../tables/collected-item-rows.ts";
import { requireFittingFigures } from "./require-fitting-figures.ts";
import { finishAct, type RunningAct, raiseVersion } from "./running-act.ts";

export async function actAddItem(running: RunningAct): Promise<RegisterResult> {
  const { sql, prisma, context, act, input } = running;
  const item = addItem(context, input);
  await requireOrganizations(sql, [{ name: "issuingBody", id: item.issuingBody }]);
  await requireFreeReference(running, item);
  await requireFittingFigures(running, item);
  await prisma.collectedItem.create({ data: collectedItemRow(item, act.at) });
  await prisma.collectedItemTheme.createMany({ data: collectedItemThemeRows(item) });
  return finishAct(running, [{ kind: "collectedItem", id: item.id, body: item }], { version: 1 });
}

export function actCorrectItem(running: RunningAct, id: Id): Promise<RegisterResult> {
  return actOnItem(running, id, correctItem);
}

export function actWithdrawItem(running: RunningAct, id: Id): Promise<RegisterResult> {
  return actOnItem(running, id, withdrawItem);
}

type Changing = (context: RegisterContext, item: CollectedItem, input: unknown) => CollectedItem;

/** What it was stays in the register's record. */
async function actOnItem(running: RunningAct, id: Id, change: Changing): Promise<RegisterResult> {
  const { prisma, context, input } = running;
  const kept = await prisma.collectedItem.findUnique({ where: { id }, select: { body: true } });
  if (kept === null) throw new DomainError("notFound", `there is no collected item with the id ${id}`);
  const before = JSON.parse(kept.body) as CollectedItem;
  const item = change(context, before, input);
  await requireFreeReference(running, item);
  await requireFittingFigures(running, item);
  const version = await raiseVersion(running, "collected_item", id);
  const { version: _, recordedAt: __, ...content } = collectedItemRow(item, "");
  await prisma.collectedItem.update({ where: { id }, data: content });
  await prisma.collectedItemTheme.deleteMany({ where: { itemId: id } });
  await prisma.collectedItemTheme.createMany({ data: collectedItemThemeRows(item) });
  return finishAct(running, [{ kind: "collectedItem", id, before, body: item }], { version });
}

/** Errors: duplicateReference. */
async function requireFreeReference({ prisma }: RunningAct, item: CollectedItem): Promise<void> {
  const { referenceKey, issuingBodyId } = collectedItemRow(item, "");
  const other = await prisma.collectedItem.findFirst({
    where: { issuingBodyId, referenceKey, NOT: { id: item.id } },
    select: { id: true },
  });
  if (other !== null)
    throw new DomainError("duplicateReference", `the body has another item with the reference ${item.reference}`, [
      { name: "reference", value: item.reference, detail: `the item ${other.id} has this reference` },
    ]);
}
