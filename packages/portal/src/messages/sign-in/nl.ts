import type { SignInMessages } from "./en.ts";

export const signInNl: SignInMessages = {
  "signIn.title": "Aanmelden",
  "signIn.byIssuer": "U meldt u aan met de account van uw organisatie.",
  "signIn.byIssuer.button": "Naar de aanmelding van uw organisatie",
  "signIn.byLink":
    "Wie deze dienst beheert, kan u ook een link sturen waarmee u zich één keer aanmeldt. Om te lezen wat openbaar is, hoeft u geen account te hebben.",
  "signIn.link.title": "Aanmelden als {name}",
  "signIn.link.text":
    "Deze link werkt één keer. Meld u alleen aan als u {name} bent; uw browser krijgt dan een cookie, dat ophoudt als u zich afmeldt.",
  "signIn.who.title": "U bent aangemeld",
  "signIn.who.text":
    "U bent {name}. {sessions, plural, =0 {U bent nergens anders aangemeld.} one {U bent alleen hier aangemeld.} other {U bent op # plaatsen aangemeld, deze inbegrepen.}}",
  "signIn.everywhere": "Overal afmelden",
  "signIn.out.title": "U bent afgemeld",
  "signIn.out.text":
    "Wat u nu ziet, ziet iedereen. Als u zich met de account van uw organisatie had aangemeld, bent u daar misschien nog aangemeld.",
  "signIn.fault.title": "U bent niet aangemeld",
  "signIn.fault.notDone": "Dit is niet gedaan",
  "signIn.fault.linkUnknown":
    "Met deze link kan niemand zich aanmelden. Ga na of u het hele adres hebt, of vraag een andere.",
  "signIn.fault.linkUsed":
    "Deze link is al gebruikt, en hij werkt één keer. Vraag een andere. Als u het niet was die hem gebruikte, meld dat dan.",
  "signIn.fault.linkExpired": "Deze link is te oud. Vraag een andere.",
  "signIn.fault.noRole": "{name} heeft hier vandaag geen rol. Vraag er een aan wie deze dienst beheert.",
  "signIn.fault.issuerSilent":
    "De aanmelding van uw organisatie antwoordt niet. Probeer het over enkele minuten opnieuw.",
  "signIn.fault.issuerRefused":
    "De aanmelding van uw organisatie liet u niet binnen, of u ging terug. Probeer het opnieuw.",
  "signIn.fault.notBegun":
    "Deze aanmelding is niet in deze browser begonnen, of te lang geleden, of ze is al afgelopen. Begin opnieuw.",
  "signIn.fault.notSecure":
    "De verbinding met dit adres is niet versleuteld, zodat niemand zich erover kan aanmelden. Gebruik het adres dat met https:// begint.",
  "signIn.fault.otherPage":
    "Dit werd niet van een pagina van deze dienst verzonden, en is dus niet gedaan. Ga naar de pagina zelf en druk daar op de knop.",
};
