import type { Id } from "@heed/core";
import { ItemKindName, itemKinds } from "@heed/core/collected-item/item-kinds";
import type { CollectedItemDetail } from "@heed/core/read-models/collected-item-detail";
import type { Elsewhere, Page } from "../../asked/page.ts";
import { MeetingReminder, readReminder } from "../../components/meeting-reminder.tsx";
import { RestsOnItView } from "../../components/rests-on-it.tsx";
import { SeriesFiguresView } from "../../components/series-figures-view.tsx";
import { shown } from "../../language/say.ts";
import { readBodies } from "../cycles/own-cycles.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import type { Fault } from "../form/faults.ts";
import { framed } from "../form/framed.tsx";
import { Checkbox, TextInput } from "../form/inputs.tsx";
import { typedIn } from "../form/sent.ts";
import type { Values } from "../form/values.ts";
import { isEditor, readOwnBodies } from "../own-bodies.ts";
import { doRegisterAct, versionIn } from "../register/do-register-act.ts";
import { faultsAt, fieldIn, savedMeanwhile } from "../register/filled.ts";
import { RegisterForm } from "../register/register-form.tsx";
import { ItemFields, itemInput, itemPlaces, itemValues } from "./item-form.tsx";

/** The form of something new of a kind, for an editor. */
export async function newItemPage(asked: DeskAsked, [named = ""]: readonly string[]): Promise<Page | undefined> {
  const kind = ItemKindName.safeParse(named).data;
  if (kind === undefined) return undefined;
  return shownForm(asked, { kind, values: new URLSearchParams({ year: asked.today.slice(0, 4) }) });
}

export async function submitNewItem(
  asked: DeskAsked,
  [named = ""]: readonly string[],
  form: URLSearchParams,
): Promise<Page | Elsewhere | undefined> {
  const kind = ItemKindName.safeParse(named).data;
  if (kind === undefined || !isEditor(asked.visitor.person)) return undefined;
  const values = typedIn(form);
  const taken = await doRegisterAct(asked, values, { act: "addItem", input: { kind, ...itemInput(kind, values) } });
  if ("done" in taken) return { elsewhere: asked.way(deskAddresses.items()) };
  const faults = faultsAt({ say: asked.say, values }, itemPlaces(asked.say, kind), taken.error);
  return shownForm(asked, { kind, values, faults });
}

/** The form of an item as it is. */
export async function itemPage(asked: DeskAsked, [id = ""]: readonly string[]): Promise<Page | undefined> {
  const of = await ownItem(asked, id);
  return of && shownForm(asked, { kind: of.item.kind, values: itemValues(of.item), of });
}

export async function submitItem(
  asked: DeskAsked,
  [id = ""]: readonly string[],
  form: URLSearchParams,
): Promise<Page | Elsewhere | undefined> {
  const of = await ownItem(asked, id);
  if (of === undefined) return form.get("do") === "eraseItem" ? erasedBefore(asked, id, typedIn(form)) : undefined;
  const { kind, content } = of.item;
  const values = typedIn(form);
  // The body that collects it is not changed by a correction.
  const { issuingBody: _, ...said } = itemInput(kind, values);
  const gone = Object.fromEntries(Object.keys(content).map((name) => [name, null]));
  if (form.get("do") === "eraseItem" && values.get("erase.sure") !== "yes")
    return shownForm(asked, { kind, values: itemValues(of.item), faults: [notSure(asked)], of });
  const taken = await doRegisterAct(
    asked,
    values,
    form.get("do") === "eraseItem"
      ? erasing(id, values)
      : form.get("do") === "withdrawItem"
        ? { act: "withdrawItem", thing: id, input: { reason: values.get("reason") ?? "" }, ...versionIn(values) }
        : {
            ...{ act: "correctItem", thing: id, ...versionIn(values) },
            input: { text: null, ...said, content: { ...gone, ...(said.content as object) } },
          },
  );
  if ("done" in taken) return { elsewhere: asked.way(deskAddresses.items()) };
  const places = [...itemPlaces(asked.say, kind), { name: "reason", label: asked.say.message("collected.reason") }];
  const now = (await ownItem(asked, id)) ?? of;
  const saved = savedMeanwhile(taken.error, itemValues(now.item));
  const faults = faultsAt({ say: asked.say, values }, places, taken.error);
  return shownForm(asked, { kind, values, faults, ...saved, of: now });
}

function erasing(id: Id, values: Values) {
  return { act: "eraseItem", thing: id, ...versionIn(values) } as const;
}

/** The form that erased it came twice: it leads to the same, though there is nothing any more. */
async function erasedBefore(asked: DeskAsked, id: Id, values: Values): Promise<Elsewhere | undefined> {
  if (!isEditor(asked.visitor.person)) return undefined;
  const taken = await doRegisterAct(asked, values, erasing(id, values));
  return "done" in taken ? { elsewhere: asked.way(deskAddresses.items()) } : undefined;
}

function notSure({ say }: DeskAsked): Fault {
  return { name: "erase.sure", text: say.message("collected.erase.notSure") };
}

/** An item of a body for which who is signed in edits. */
async function ownItem(asked: DeskAsked, id: string): Promise<CollectedItemDetail | undefined> {
  const { reads, reader, visitor } = asked;
  if (!isEditor(visitor.person)) return undefined;
  const detail = await reads.collectedItem(reader, id);
  const { bodies } = await readOwnBodies(asked);
  return detail && (bodies === undefined || bodies.includes(detail.item.issuingBody)) ? detail : undefined;
}

type Shown = {
  kind: ItemKindName;
  values: Values;
  faults?: readonly Fault[];
  saved?: Values | undefined;
  of?: CollectedItemDetail;
};

async function shownForm(asked: DeskAsked, { kind, values, faults = [], saved, of }: Shown): Promise<Page | undefined> {
  const { say, visitor, reads, reader } = asked;
  if (!isEditor(visitor.person)) return undefined;
  const figures = of?.item.kind === "series" ? await reads.seriesFigures(reader, of.item.id) : undefined;
  const restsOnIt = of && (await reads.restsOnIt(reader, { item: of.item.id }, asked.today));
  const reminded = of && (await readReminder(asked, of.item));
  const bodies = of === undefined ? await readBodies(asked, await readOwnBodies(asked)) : undefined;
  const [only, ...others] = bodies ?? [];
  if (only !== undefined && others.length === 0 && !values.has("issuingBody")) values.set("issuingBody", only.value);
  const label = say.label("collectedItemKind", kind);
  const title = of === undefined ? label : `${label}${say.colon}${shown(of.item.reference)}`;
  const address = of === undefined ? deskAddresses.newItem(kind) : deskAddresses.item(of.item.id);
  const filled = { say, values, faults, saved };
  const withdrawn = of?.item.withdrawn;
  const fields = <ItemFields filled={filled} kind={kind} {...(bodies && { bodies })} />;
  return framed(asked, {
    ...{ title, faults, address },
    path: [
      { title: say.message("desk.title"), address: deskAddresses.desk() },
      { title: say.message("nav.collectedItems"), address: deskAddresses.items() },
    ],
    body: (
      <>
        {withdrawn ? (
          <>
            <p class="govuk-inset-text">
              {say.message("collected.withdrawn", { day: say.day(withdrawn.on) })} <bdi>{shown(withdrawn.reason)}</bdi>
            </p>
            {faults.length > 0 && <div class="heed-form">{fields}</div>}
          </>
        ) : (
          <RegisterForm
            asked={asked}
            address={address}
            version={of?.version}
            buttons={[{ does: of === undefined ? "addItem" : "correctItem", text: say.message("collected.keep") }]}
          >
            {fields}
          </RegisterForm>
        )}
        {restsOnIt && <RestsOnItView asked={asked} restsOnIt={restsOnIt} />}
        {reminded && <MeetingReminder asked={asked} reminded={reminded} />}
        {of && figures && <SeriesFiguresView say={say} content={of.item.content} figures={figures} />}
        {of && itemKinds[kind].isPersonal && (
          <>
            <h2 class="govuk-heading-m">{say.message("collected.erase")}</h2>
            <p class="govuk-body">{say.message("collected.erase.text")}</p>
            <RegisterForm
              asked={asked}
              address={address}
              version={of.version}
              buttons={[{ does: "eraseItem", text: say.message("collected.erase"), isSecondary: true }]}
            >
              <Checkbox {...fieldIn(filled, "erase.sure", say.message("collected.erase.sure"))} />
            </RegisterForm>
          </>
        )}
        {of && !withdrawn && !itemKinds[kind].isPersonal && (
          <>
            <h2 class="govuk-heading-m">{say.message("collected.withdraw")}</h2>
            <RegisterForm
              asked={asked}
              address={address}
              version={of.version}
              buttons={[{ does: "withdrawItem", text: say.message("collected.withdraw"), isSecondary: true }]}
            >
              <TextInput {...fieldIn(filled, "reason", say.message("collected.reason"))} />
            </RegisterForm>
          </>
        )}
      </>
    ),
  });
}
