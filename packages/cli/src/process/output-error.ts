/** The output could not be written: a full disk, or a reader that closed the pipe. */
export class OutputError extends Error {
  /** The reader is gone, so nobody can be told. */
  readonly isGone: boolean;
  constructor(where: string, error: NodeJS.ErrnoException) {
    super(`${where} cannot be written: ${error.message}`);
    this.isGone = error.code === "EPIPE";
  }
}
