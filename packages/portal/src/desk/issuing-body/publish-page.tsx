import type { Entry, Id } from "@heed/core";
import { isRefusal } from "@heed/core/domain-error";
import { madePublic } from "@heed/core/follow-up/entries/publishable";
import type { FollowUpDetail } from "@heed/core/read-models/follow-up-detail";
import type { Elsewhere, Page } from "../../asked/page.ts";
import { EntryView } from "../../components/entry.tsx";
import { entryText } from "../../language/entry-facts.ts";
import { shown } from "../../language/say.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { followUpsNamed } from "../follow-ups-named.ts";
import { CarriedForm, doOrEdit } from "../form/carried-form.tsx";
import { type Fault, refusal } from "../form/faults.ts";
import { FormFieldset } from "../form/form-group.tsx";
import { framed } from "../form/framed.tsx";
import { keyOf, typedIn } from "../form/sent.ts";
import type { Values } from "../form/values.ts";
import { isEditor, ofReports, readOwnBodies } from "../own-bodies.ts";
import { namedEntry, receiptOfEntries } from "../receipt-of.ts";
import { RegisterForm } from "../register/register-form.tsx";

/** A form has this number of rows; the next ones come when these are published. */
const mostRows = 50;

/** What stands before the place of an answer in the name of its tick. */
const tick = "answer.";

/** The answers that wait for their publication, each with a tick. */
export async function publishPage(asked: DeskAsked): Promise<Page | undefined> {
  return isEditor(asked.visitor.person) ? shownForm(asked, new URLSearchParams()) : undefined;
}

/** Shows what everybody would read, or publishes it: all that is ticked, or nothing. */
export async function submitPublish(
  asked: DeskAsked,
  _: readonly string[],
  form: URLSearchParams,
): Promise<Page | Elsewhere | undefined> {
  const { say, desk, visitor } = asked;
  if (!isEditor(visitor.person)) return undefined;
  const values = typedIn(form);
  const ticked = [...values].flatMap(([name, told]) => (name.startsWith(tick) ? [{ name, ...namedEntry(told) }] : []));
  if (values.get("do") === "edit") return shownForm(asked, values);
  if (ticked.length === 0 || ticked.length > mostRows)
    return shownForm(asked, values, [{ name: `${tick}0`, text: say.message("publish.none") }]);
  const acts = ticked.map(({ followUp, entry }) => ({
    followUp,
    act: "publishAnswer" as const,
    input: { answer: entry },
  }));
  try {
    if (values.get("do") !== "publish") return await foreseenPage(asked, values, ticked);
    const request = { key: `${keyOf(values, asked)} publish`, operation: "publish answers", body: acts };
    const done = await desk.performAll(request, acts);
    return {
      elsewhere: receiptOfEntries(
        asked,
        done.flatMap((each) => each.done?.entries ?? []),
      ),
    };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return shownForm(asked, values, [refusal(say, error)]);
  }
}

type Waiting = { value: string; detail: FollowUpDetail; entry: Entry };

async function shownForm(asked: DeskAsked, values: Values, faults: readonly Fault[] = []): Promise<Page> {
  const { say, reads, reader, today } = asked;
  const own = await readOwnBodies(asked);
  const { items, total } = await reads.waitingAnswers(reader, { asOf: today, ...ofReports(own) }, { limit: mostRows });
  const waiting = await withWords(asked, items);
  const chosen = new Set([...values].flatMap(([name, told]) => (name.startsWith(tick) ? [told] : [])));
  const legend = say.message("waiting.unpublished", { total });
  return framed(asked, {
    ...around(asked),
    faults,
    body:
      waiting.length === 0 ? (
        <p class="govuk-body">{legend}</p>
      ) : (
        <>
          <p class="govuk-body">{say.message("publish.text")}</p>
          <RegisterForm
            asked={asked}
            address={deskAddresses.publish()}
            buttons={[{ does: "preview", text: say.message("form.preview") }]}
          >
            <FormFieldset
              {...{ say, id: tick, label: legend, fault: faults.find(({ name }) => name?.startsWith(tick)) }}
              hint={total > waiting.length ? say.message("publish.more", { shown: waiting.length, total }) : undefined}
            >
              <div class="govuk-checkboxes govuk-checkboxes--small">
                {waiting.map((each, place) => (
                  <Tick key={each.value} {...{ asked, place, ...each }} isTicked={chosen.has(each.value)} />
                ))}
              </div>
            </FormFieldset>
          </RegisterForm>
        </>
      ),
  });
}

type TickProps = Waiting & { asked: DeskAsked; place: number; isTicked: boolean };

function Tick({ asked: { say }, place, value, detail, entry, isTicked }: TickProps) {
  const id = `${tick}${place}`;
  const text = entryText(entry) ?? ("evidence" in entry ? entry.evidence[0]?.title : undefined);
  return (
    <div class="govuk-checkboxes__item">
      <input
        class="govuk-checkboxes__input"
        {...{ id, name: id, value, type: "checkbox", checked: isTicked }}
        aria-describedby={text === undefined ? undefined : `${id}-hint`}
      />
      <label class="govuk-label govuk-checkboxes__label" for={id}>
        {say.message("publish.one", {
          reference: shown(detail.recommendation.reference),
          name: say.text(detail.responsible.name).text,
          what: say.label("entryType", entry.type),
          day: entry.givenOn === undefined ? say.message("waiting.unknownDay") : say.day(entry.givenOn),
        })}
      </label>
      {text !== undefined && (
        <div class="govuk-hint govuk-checkboxes__hint heed-typed" id={`${id}-hint`} dir="auto">
          {shown(text)}
        </div>
      )}
    </div>
  );
}

type Named = { followUp: Id; entry: Id };

/** Each with what it says, as the editor may read it already. */
async function withWords(asked: DeskAsked, named: readonly Named[]): Promise<Waiting[]> {
  const details = await followUpsNamed(
    asked,
    named.map(({ followUp }) => followUp),
  );
  return named.flatMap(({ followUp, entry: id }) => {
    const detail = details.get(followUp);
    const entry = detail?.case.entries.find((each) => each.id === id);
    return detail && entry ? [{ value: `${followUp}~${id}`, detail, entry }] : [];
  });
}

/** What everybody would read, each tried first: an answer that waits no more is told. */
async function foreseenPage(asked: DeskAsked, values: Values, ticked: readonly Named[]): Promise<Page> {
  const { say, desk } = asked;
  const publications = new Map<Id, Entry[]>();
  for (const { followUp, entry } of ticked) {
    const act = { followUp, act: "publishAnswer", input: { answer: entry } } as const;
    const { entries } = await desk.work().foresee(act);
    publications.set(followUp, [...(publications.get(followUp) ?? []), ...entries]);
  }
  const details = await followUpsNamed(asked, publications.keys());
  const shownAnswers = [...details].map(([id, detail]) => ({
    ...{ id, detail },
    read: madePublic(detail.case.entries, publications.get(id) ?? []),
  }));
  const { title, ...page } = around(asked);
  return framed(asked, {
    ...page,
    title: say.message("preview.title", { act: title }),
    body: (
      <>
        <p class="govuk-body">{say.message("publish.happens", { count: ticked.length })}</p>
        {shownAnswers.map(({ id, detail, read }) => (
          <section class="heed-block" key={id}>
            <h2 class="govuk-heading-s">
              <bdi>{shown(detail.recommendation.reference)}</bdi>
              {say.colon}
              {say.text(detail.responsible.name).text}
            </h2>
            <ol class="heed-timeline">
              {read.map((entry) => (
                <EntryView key={entry.id} asked={asked} entry={entry} />
              ))}
            </ol>
          </section>
        ))}
        <CarriedForm
          {...{ asked, address: deskAddresses.publish(), values }}
          buttons={doOrEdit(asked, "publish", say.message("publish.do", { count: ticked.length }))}
        />
      </>
    ),
  });
}

function around({ say }: DeskAsked): Pick<Page, "title" | "address" | "path"> {
  return {
    title: say.message("publish.title"),
    address: deskAddresses.publish(),
    path: [{ title: say.message("desk.title"), address: deskAddresses.desk() }],
  };
}
