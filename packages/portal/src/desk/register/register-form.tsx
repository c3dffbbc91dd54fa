import type { ComponentChildren } from "preact";
import type { DeskAsked } from "../desk-asked.ts";
import { type FormButton, FormButtons } from "../form/form-buttons.tsx";

type Props = {
  asked: DeskAsked;
  /** Where it is sent. */
  address: string;
  /** The version that was read, of a thing that exists. */
  version?: number | undefined;
  buttons: readonly FormButton[];
  /** It brings a file. */
  bringsFile?: boolean;
  children?: ComponentChildren;
};

/** A form on a thing of the register; it is done once, however often it is sent. */
export function RegisterForm({ asked, address, version, buttons, bringsFile = false, children }: Props) {
  const { way, desk } = asked;
  return (
    <form
      class="heed-form"
      action={way(address)}
      method="post"
      encType={bringsFile ? "multipart/form-data" : undefined}
      noValidate
    >
      <input type="hidden" name="key" value={desk.newKey()} />
      {version !== undefined && <input type="hidden" name="version" value={String(version)} />}
      {children}
      <FormButtons buttons={buttons} />
    </form>
  );
}
