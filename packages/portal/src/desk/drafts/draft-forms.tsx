import type { ActDraft } from "@heed/core/drafts/act-draft";
import { allowedDraftActs } from "@heed/core/drafts/allowed-draft-acts";
import { shown } from "../../language/say.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import type { Fault } from "../form/faults.ts";
import { Checkbox, TextArea, TextInput } from "../form/inputs.tsx";
import type { Values } from "../form/values.ts";
import { type Handling, handlingField, handlingLabel, handlings } from "./handle-draft.ts";
import { waitsFor } from "./waits-for.ts";

type Props = { asked: DeskAsked; draft: ActDraft; values?: Values; faults?: readonly Fault[] };

/** What is typed in the form of the draft goes along with these: the colleague gets what its sender sees. */
const alongWithForm: readonly Handling[] = ["handOver", "sendBack"];

export function takesFormAlong(step: Handling): boolean {
  return alongWithForm.includes(step);
}

/** The part of a draft's form by which it goes to a colleague, or back. */
export function HandsInForm({ asked, draft, values = new URLSearchParams(), faults = [] }: Props) {
  return (
    <>
      {stepsFor(asked, draft)
        .filter(takesFormAlong)
        .map((step) => (
          <HandlingDetails key={step} {...{ asked, draft, values, faults, step }} />
        ))}
    </>
  );
}

/** Who has a draft and what was said with it; and the forms by which it goes to a colleague, back, or away. `hasForm`: its own form has some of them. */
export function DraftForms({
  asked,
  draft,
  values = new URLSearchParams(),
  faults = [],
  hasForm = false,
}: Props & { hasForm?: boolean }) {
  const { say } = asked;
  const { holder, madeBy, note, handedBy, changedAt } = draft;
  const steps = stepsFor(asked, draft).filter((step) => !hasForm || !takesFormAlong(step));
  return (
    <section class="heed-block" aria-labelledby="hands">
      <h2 class="govuk-heading-m" id="hands">
        {say.message("draft.hands")}
      </h2>
      <p class="govuk-body">
        {say.message("draft.at", { name: shown((holder ?? madeBy).name), day: say.day(changedAt.slice(0, 10)) })}
        {handedBy && say.beside(["", say.message("draft.from", { name: shown(handedBy.name) })])}
      </p>
      {note && (
        <blockquote class="heed-said" dir="auto">
          {shown(note)}
        </blockquote>
      )}
      {steps.map((step) => (
        <HandlingDetails key={step} {...{ asked, draft, values, faults, step }} isForm={true} />
      ))}
    </section>
  );
}

/** A second reading that was asked of somebody else is left to that person. */
function stepsFor({ visitor }: DeskAsked, draft: ActDraft): Handling[] {
  const allowed = allowedDraftActs(draft, visitor.person);
  return (Object.keys(handlings) as Handling[]).filter(
    (step) => allowed.includes(handlings[step].act) && (step !== "approve" || waitsFor(draft, visitor.person)),
  );
}

type StepProps = Required<Props> & { step: Handling };

/** `isForm`: it is a form of its own, and no part of another one. */
function HandlingDetails({ isForm = false, ...props }: StepProps & { isForm?: boolean }) {
  const {
    asked: { say, way, desk },
    draft,
    values,
    step,
  } = props;
  return (
    <details class="govuk-details" open={values.get("do") === step || step === "approve"}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{say.message(`draft.${step}`)}</span>
      </summary>
      {isForm ? (
        <form class="govuk-details__text" action={way(deskAddresses.draft(draft.id))} method="post" noValidate>
          <input type="hidden" name="key" value={desk.newKey()} />
          <input type="hidden" name="version" value={String(draft.version)} />
          <HandlingFields {...props} />
        </form>
      ) : (
        <div class="govuk-details__text">
          <HandlingFields {...props} />
        </div>
      )}
    </details>
  );
}

function HandlingFields({ asked: { say }, values, faults, step }: StepProps) {
  return (
    <>
      {step === "approve" && <p class="govuk-body">{say.message("draft.approve.text")}</p>}
      {handlings[step].fields.map((name: string) => {
        const id = handlingField(step, name);
        const around = {
          ...{ say, id, label: say.message(handlingLabel(step, name)), value: values.get(id) ?? "" },
          fault: faults.find((each) => each.name === id),
        };
        if (name === "to") return <TextInput key={name} {...around} />;
        return name === "sure" ? <Checkbox key={name} {...around} /> : <TextArea key={name} {...around} rows={3} />;
      })}
      <button class="govuk-button govuk-button--secondary" type="submit" name="do" value={step}>
        {say.message(`draft.${step}`)}
      </button>
    </>
  );
}
