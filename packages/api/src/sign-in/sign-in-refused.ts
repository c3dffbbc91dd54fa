import type { SignInFault } from "@heed/portal";

/** Somebody could not sign in, and why; the message is for the log. */
export class SignInRefused extends Error {
  readonly fault: SignInFault;
  /** Of whom it is told, where that is known. */
  readonly who: string | undefined;
  /** The language in which the sign-in began; the address that an issuer leads back to has none. */
  language: string | undefined;
  constructor(fault: SignInFault, message: string = fault, who?: string) {
    super(message);
    this.fault = fault;
    this.who = who;
  }
}
