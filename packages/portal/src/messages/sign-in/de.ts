import type { SignInMessages } from "./en.ts";

export const signInDe: SignInMessages = {
  "signIn.title": "Anmelden",
  "signIn.byIssuer": "Sie melden sich mit dem Konto Ihrer Organisation an.",
  "signIn.byIssuer.button": "Zur Anmeldung Ihrer Organisation",
  "signIn.byLink":
    "Wer diesen Dienst betreut, kann Ihnen auch einen Link senden, der Sie einmal anmeldet. Was öffentlich ist, lesen Sie ohne Konto.",
  "signIn.link.title": "Anmelden als {name}",
  "signIn.link.text":
    "Dieser Link gilt einmal. Melden Sie sich nur an, wenn Sie {name} sind; Ihr Browser erhält dann ein Cookie, das endet, wenn Sie sich abmelden.",
  "signIn.who.title": "Sie sind angemeldet",
  "signIn.who.text":
    "Sie sind {name}. {sessions, plural, =0 {Sie sind nirgends sonst angemeldet.} one {Sie sind nur hier angemeldet.} other {Sie sind an # Stellen angemeldet, diese eingeschlossen.}}",
  "signIn.everywhere": "Überall abmelden",
  "signIn.out.title": "Sie sind abgemeldet",
  "signIn.out.text":
    "Was Sie jetzt sehen, sehen alle. Wenn Sie sich mit dem Konto Ihrer Organisation angemeldet hatten, sind Sie dort vielleicht noch angemeldet.",
  "signIn.fault.title": "Sie sind nicht angemeldet",
  "signIn.fault.notDone": "Dies wurde nicht getan",
  "signIn.fault.linkUnknown":
    "Mit diesem Link kann sich niemand anmelden. Prüfen Sie, ob Sie die ganze Adresse haben, oder bitten Sie um einen anderen.",
  "signIn.fault.linkUsed":
    "Dieser Link wurde schon benutzt, und er gilt einmal. Bitten Sie um einen anderen. Wenn nicht Sie ihn benutzt haben, melden Sie das.",
  "signIn.fault.linkExpired": "Dieser Link ist zu alt. Bitten Sie um einen anderen.",
  "signIn.fault.noRole": "{name} hat hier heute keine Rolle. Bitten Sie darum, wer diesen Dienst betreut.",
  "signIn.fault.issuerSilent":
    "Die Anmeldung Ihrer Organisation antwortet nicht. Versuchen Sie es in einigen Minuten wieder.",
  "signIn.fault.issuerRefused":
    "Die Anmeldung Ihrer Organisation ließ Sie nicht ein, oder Sie gingen zurück. Versuchen Sie es noch einmal.",
  "signIn.fault.notBegun":
    "Diese Anmeldung wurde nicht in diesem Browser begonnen, oder vor zu langer Zeit, oder sie ist schon beendet. Beginnen Sie noch einmal.",
  "signIn.fault.notSecure":
    "Die Verbindung zu dieser Adresse ist nicht verschlüsselt, so dass sich niemand darüber anmelden kann. Benutzen Sie die Adresse, die mit https:// beginnt.",
  "signIn.fault.otherPage":
    "Dies wurde nicht von einer Seite dieses Dienstes gesendet und darum nicht getan. Gehen Sie zur Seite selbst und drücken Sie dort die Taste.",
};
