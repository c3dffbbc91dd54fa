import type { ComponentChildren } from "preact";
import type { DeskAsked } from "../desk-asked.ts";
import { type FormButton, FormButtons } from "../form/form-buttons.tsx";
import { SavedTold } from "../form/saved-told.tsx";

type Props = {
  asked: DeskAsked;
  /** Where it is sent. */
  address: string;
  /** The version that was read, of a thing that exists. */
  version?: number | undefined;
  buttons: readonly FormButton[];
  /** It brings a file. */
  bringsFile?: boolean;
  /** With script it is kept while somebody types. */
  saves?: boolean;
  children?: ComponentChildren;
};

/** What a form is sent for that is kept while somebody types: the form comes back, so that it can go on. */
export const keepStep = "keep";

/** A form on a thing of the register; it is done once, however often it is sent. */
export function RegisterForm({ asked, address, version, buttons, bringsFile = false, saves = false, children }: Props) {
  const { say, way, desk } = asked;
  return (
    <form
      class="heed-form"
      action={way(address)}
      method="post"
      encType={bringsFile ? "multipart/form-data" : undefined}
      noValidate
      data-saves={saves ? keepStep : undefined}
    >
      <input type="hidden" name="key" value={desk.newKey()} />
      {version !== undefined && <input type="hidden" name="version" value={String(version)} />}
      {children}
      {saves && <SavedTold say={say} />}
      <FormButtons buttons={buttons} />
    </form>
  );
}
