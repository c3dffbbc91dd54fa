import type { ComponentChildren } from "preact";
import type { DeskAsked } from "../desk-asked.ts";

type Props = {
  asked: DeskAsked;
  /** Where it is sent. */
  address: string;
  /** The version that was read, of a thing that exists. */
  version?: number | undefined;
  /** What its button does, and what stands on it. */
  buttons: readonly { does: string; text: string; isSecondary?: boolean }[];
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
      <div class="govuk-button-group">
        {buttons.map(({ does, text, isSecondary = false }) => (
          <button
            key={does}
            class={`govuk-button${isSecondary ? " govuk-button--secondary" : ""}`}
            type="submit"
            name="do"
            value={does}
          >
            {text}
          </button>
        ))}
      </div>
    </form>
  );
}
