/** Where the answer goes took no more of it: a full disk, a reader that went away. */
export class OutputError extends Error {
  /** Nobody reads any more: there is nobody to tell. */
  readonly isGone: boolean;
  constructor(where: string, error: NodeJS.ErrnoException) {
    super(`${where} cannot be written: ${error.message}`);
    this.isGone = error.code === "EPIPE";
  }
}
