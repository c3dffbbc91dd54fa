import { z } from "zod";
import { contact } from "./kinds/contact.ts";
import { contribution } from "./kinds/contribution.ts";
import { dissemination } from "./kinds/dissemination.ts";
import { figures } from "./kinds/figures.ts";
import { focus } from "./kinds/focus.ts";
import type { ItemContent, ItemKind } from "./kinds/item-kind.ts";
import { judgment } from "./kinds/judgment.ts";
import { legalInstrument } from "./kinds/legal-instrument.ts";
import { legalProceedings } from "./kinds/legal-proceedings.ts";
import { meeting } from "./kinds/meeting.ts";
import { phenomenon } from "./kinds/phenomenon.ts";
import { practice } from "./kinds/practice.ts";
import { series } from "./kinds/series.ts";

/** Every kind of what is collected, in the order in which lists and pages name them. A new kind is a file and a row here. */
const all = [
  legalInstrument,
  phenomenon,
  judgment,
  legalProceedings,
  focus,
  practice,
  contribution,
  dissemination,
  series,
  figures,
  meeting,
  contact,
] as const;

export type ItemKindName = (typeof all)[number]["name"];

export const ItemKindName = z
  .enum(all.map(({ name }) => name) as [ItemKindName, ...ItemKindName[]])
  .meta({ id: "CollectedItemKind" });

export const itemKinds = Object.fromEntries(all.map((kind) => [kind.name, kind])) as Readonly<
  Record<ItemKindName, ItemKind>
>;

/** Those about a person. */
export const personalKinds: readonly ItemKindName[] = ItemKindName.options.filter(
  (name) => itemKinds[name].isPersonal === true,
);

/** The content of an item of any kind; what fits the kind that it names is asked by itemFaults(). */
export const AnyContent = z.union(all.map(({ content }) => content)) as unknown as z.ZodType<ItemContent, ItemContent>;
