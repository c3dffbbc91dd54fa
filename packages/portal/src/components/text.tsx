import type { Shown } from "../language/say.ts";

/** A text of the record: apart from the direction of the page, and with its language where that is another. */
export function Text({ of: { text, lang } }: { of: Shown }) {
  return <bdi lang={lang}>{text}</bdi>;
}
