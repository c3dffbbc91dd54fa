/** Why somebody could not sign in, or a form was not taken. */
export type SignInFault =
  | "linkUnknown"
  | "linkUsed"
  | "linkExpired"
  | "noRole"
  | "issuerSilent"
  | "issuerRefused"
  | "notBegun"
  | "notSecure"
  | "otherPage";

/** What a page of signing in and out shows. */
export type SignInView =
  | {
      kind: "start";
      /** The page to go to afterwards, as pageWithin() gives it. */
      to?: string | undefined;
      /** Whether there is an issuer to sign in at. */
      byIssuer: boolean;
    }
  | { kind: "link"; secret: string; name: string }
  /** For who is signed in. */
  | { kind: "who"; name: string; sessions: number }
  | { kind: "signedOut" }
  | {
      kind: "fault";
      fault: SignInFault;
      /** Of whom it is told, where that is known. */
      name?: string | undefined;
    };

export const faultStatus = {
  linkUnknown: 403,
  linkUsed: 403,
  linkExpired: 403,
  noRole: 403,
  issuerSilent: 503,
  issuerRefused: 403,
  notBegun: 400,
  notSecure: 400,
  otherPage: 403,
} as const satisfies Record<SignInFault, number>;
