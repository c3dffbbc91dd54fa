import { DomainError, type Id } from "@heed/core";
import type { CollectedItem } from "@heed/core/collected-item/collected-item";
import { addItem } from "@heed/core/register/add-item";
import { correctItem } from "@heed/core/register/correct-item";
import { eraseItem } from "@heed/core/register/erase-item";
import type { RegisterContext } from "@heed/core/register/register-act";
import type { RegisterResult } from "@heed/core/register/register-result";
import { withdrawItem } from "@heed/core/register/withdraw-item";
import { eraseBodies } from "../audit/seal.ts";
import { requireOrganizations } from "../organizations/require-organizations.ts";
import { collectedItemRow, collectedItemThemeRows } from "../tables/collected-item-rows.ts";
import { forgetElsewhere } from "./forget-elsewhere.ts";
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

/** Nothing that the item ever said is left: neither here nor in the audit, nor with answers and jobs that are kept for a while. */
export async function actEraseItem(running: RunningAct, id: Id): Promise<RegisterResult> {
  const { sql, prisma, context } = running;
  const item = await loadItem(running, id);
  const erased = eraseItem(context, item);
  await raiseVersion(running, "collected_item", id);
  await forgetElsewhere(sql, item);
  await prisma.collectedItemTheme.deleteMany({ where: { itemId: id } });
  await prisma.collectedItem.delete({ where: { id } });
  await eraseBodies(sql, "collectedItem", id);
  return finishAct(running, [{ kind: "collectedItem", id, body: erased }]);
}

type Changing = (context: RegisterContext, item: CollectedItem, input: unknown) => CollectedItem;

/** What it was stays in the register's record. */
async function actOnItem(running: RunningAct, id: Id, change: Changing): Promise<RegisterResult> {
  const { prisma, context, input } = running;
  const before = await loadItem(running, id);
  const item = change(context, before, input);
  await requireFreeReference(running, item);
  await requireFittingFigures(running, item, before);
  const version = await raiseVersion(running, "collected_item", id);
  const { version: _, recordedAt: __, ...content } = collectedItemRow(item, "");
  await prisma.collectedItem.update({ where: { id }, data: content });
  await prisma.collectedItemTheme.deleteMany({ where: { itemId: id } });
  await prisma.collectedItemTheme.createMany({ data: collectedItemThemeRows(item) });
  return finishAct(running, [{ kind: "collectedItem", id, before, body: item }], { version });
}

/** Errors: notFound. */
async function loadItem({ prisma }: RunningAct, id: Id): Promise<CollectedItem> {
  const kept = await prisma.collectedItem.findUnique({ where: { id }, select: { body: true } });
  if (kept === null) throw new DomainError("notFound", `there is no collected item with the id ${id}`);
  return JSON.parse(kept.body) as CollectedItem;
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
