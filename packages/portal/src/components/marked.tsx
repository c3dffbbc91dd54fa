import type { FoundPiece } from "@heed/core/recommendation/found-words";
import { shown } from "../language/say.ts";

/** A text with the words that were looked for, each marked. */
export function Marked({ pieces }: { pieces: readonly FoundPiece[] }) {
  return <>{pieces.map(({ text, found }, index) => (found ? <mark key={index}>{shown(text)}</mark> : shown(text)))}</>;
}
