/** The id of a token's actor: made of the part of the token that may be shown, which is unique. */
export function tokenId(prefix: string): string {
  return `heed_${prefix}`;
}

/** That part, of an id or as it was written without the beginning. */
export function tokenPrefix(id: string): string {
  return id.replace(/^heed_/, "");
}
