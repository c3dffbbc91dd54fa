import { takesSecondReader } from "@heed/core/drafts/act-draft";
import type { ComponentChildren } from "preact";
import type { DeskAsked } from "../desk-asked.ts";
import { fieldsOf } from "./act-fields.ts";
import { AskReading } from "./ask-reading.tsx";
import type { Fault } from "./faults.ts";
import { type FormButton, FormButtons } from "./form-buttons.tsx";
import { FormFields } from "./form-fields.tsx";
import { SavedTold } from "./saved-told.tsx";
import type { FormPlace } from "./sent.ts";
import type { Values } from "./values.ts";

type Props = FormPlace & {
  asked: DeskAsked;
  /** Where it is sent. */
  address: string;
  values: Values;
  faults?: readonly Fault[];
  /** How a draft goes to a colleague with what is typed. */
  hands?: ComponentChildren;
  children?: ComponentChildren;
};

/** The form of an act: its fields, and what can be done with it. */
export function ActForm({ asked, address, values, faults = [], hands, detail, act, draft, fields, children }: Props) {
  const { say, way, desk } = asked;
  return (
    <>
      {children}
      <form
        class="heed-form"
        data-saves="save"
        action={way(address)}
        method="post"
        encType={fieldsOf(act).some(({ name }) => name === "evidence") ? "multipart/form-data" : undefined}
        noValidate
      >
        <input type="hidden" name="key" value={desk.newKey()} />
        {draft && (
          <>
            <input type="hidden" name="version" value={String(draft.version)} />
            <input type="hidden" name="followUp" value={draft.followUp} />
            <input type="hidden" name="act" value={draft.act} />
          </>
        )}
        <FormFields {...{ say, act, values, faults, detail, fields }} />
        <SavedTold say={say} />
        <FormButtons buttons={formButtons(asked)} />
        {takesSecondReader(act) && <AskReading {...{ say, values, faults }} />}
        {hands}
      </form>
    </>
  );
}

/** The first one, which Enter presses, shows what would happen and does nothing. */
function formButtons({ say }: DeskAsked): readonly FormButton[] {
  return (["preview", "submit", "save"] as const).map((does) => ({
    ...{ does, text: say.message(`form.${does}`), isSecondary: does !== "submit" },
  }));
}
