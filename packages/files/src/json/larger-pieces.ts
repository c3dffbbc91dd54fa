const pieceLength = 256 * 1024;

/** Gathers small pieces, so that many of them are written at once. */
export async function* inLargerPieces(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let text = "";
  for await (const piece of pieces) {
    text += piece;
    if (text.length < pieceLength) continue;
    yield text;
    text = "";
  }
  yield text;
}
