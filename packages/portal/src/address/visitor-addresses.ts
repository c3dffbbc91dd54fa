/** The addresses for who signs in and for who has; no part of the record has one of them, and they name no day. */
export const visitorAddresses = {
  signIn: "/sign-in",
  /** Leads to the issuer. */
  issuer: "/sign-in/issuer",
  /** Where a one-time link leads. */
  link: "/sign-in/link",
  signOut: "/sign-out",
  signedOut: "/signed-out",
  desk: "/desk",
} as const;
