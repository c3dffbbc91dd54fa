/** A file to be saved, for who is signed in. */
export type FileAnswer = { file: { name: string; mediaType: string; bytes: Uint8Array } };
