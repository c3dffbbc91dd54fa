/** What the pages of signing in and out say. */
export const signInEn = {
  "signIn.title": "Sign in",
  "signIn.byIssuer": "You sign in with the account of your organization.",
  "signIn.byIssuer.button": "To the sign-in of your organization",
  "signIn.byLink":
    "Who maintains this service can also send you a link that signs you in once. Reading what is public needs no account.",
  "signIn.link.title": "Sign in as {name}",
  "signIn.link.text":
    "This link works once. Sign in only if you are {name}; your browser then gets a cookie, which ends when you sign out.",
  "signIn.who.title": "You are signed in",
  "signIn.who.text":
    "You are {name}. {sessions, plural, =0 {You are signed in nowhere else.} one {You are signed in here alone.} other {You are signed in in # places, this one included.}}",
  "signIn.everywhere": "Sign out everywhere",
  "signIn.out.title": "You are signed out",
  "signIn.out.text":
    "What you see from here on is what everybody sees. If you signed in with the account of your organization, you may still be signed in there.",
  "signIn.fault.title": "You are not signed in",
  "signIn.fault.notDone": "This was not done",
  "signIn.fault.linkUnknown":
    "Nobody can sign in by this link. Check that you have all of its address, or ask for another one.",
  "signIn.fault.linkUsed":
    "This link was used already, and it works once. Ask for another one. If it was not you who used it, say so.",
  "signIn.fault.linkExpired": "This link is too old. Ask for another one.",
  "signIn.fault.noRole": "{name} holds no role here today. Ask who maintains this service for one.",
  "signIn.fault.issuerSilent": "The sign-in of your organization does not answer. Try again in a few minutes.",
  "signIn.fault.issuerRefused": "The sign-in of your organization did not let you in, or you went back. Try again.",
  "signIn.fault.notBegun":
    "This sign-in was not begun in this browser, or too long ago, or it has ended already. Begin again.",
  "signIn.fault.notSecure":
    "The connection to this address is not encrypted, so that nobody can sign in over it. Use its address that begins with https://.",
  "signIn.fault.otherPage":
    "This was not sent from a page of this service, so it was not done. Go to the page itself and press the button there.",
} as const;

export type SignInMessages = Record<keyof typeof signInEn, string>;
