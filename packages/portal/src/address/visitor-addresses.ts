/** The addresses for who signs in and for who has; no part of the record has one of them, and they name no day. */
export const visitorAddresses = {
  signIn: "/sign-in",
  signOut: "/sign-out",
  desk: "/desk",
} as const;
