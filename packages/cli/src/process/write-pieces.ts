import { type Pieces, writeCompleteFile } from "./complete-file.ts";
import { writeExact } from "./write.ts";

/** Writes to a file completely or not at all (writeCompleteFile), or to the standard output where none is named. */
export async function writePieces(
  to: string | undefined,
  pieces: Pieces,
  options: { forOwner?: boolean } = {},
): Promise<void> {
  if (to === undefined) for await (const piece of pieces) await writeExact(piece);
  else await writeCompleteFile(to, pieces, options);
}

/** What is made in one piece, when it is asked for: an error before that would reach nobody. */
export async function* inOnePiece<Piece extends string | Uint8Array>(
  make: () => Piece | Promise<Piece>,
): AsyncGenerator<Piece> {
  yield await make();
}
