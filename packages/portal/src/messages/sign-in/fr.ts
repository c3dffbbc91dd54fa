import type { SignInMessages } from "./en.ts";

export const signInFr: SignInMessages = {
  "signIn.title": "Se connecter",
  "signIn.byIssuer": "Vous vous connectez avec le compte de votre organisation.",
  "signIn.byIssuer.button": "Vers la connexion de votre organisation",
  "signIn.byLink":
    "Qui gère ce service peut aussi vous envoyer un lien qui vous connecte une seule fois. Lire ce qui est public ne demande pas de compte.",
  "signIn.link.title": "Se connecter comme {name}",
  "signIn.link.text":
    "Ce lien ne sert qu'une fois. Ne vous connectez que si vous êtes {name} ; votre navigateur reçoit alors un cookie, qui prend fin quand vous vous déconnectez.",
  "signIn.who.title": "Vous êtes connecté",
  "signIn.who.text":
    "Vous êtes {name}. {sessions, plural, =0 {Vous n'êtes connecté nulle part ailleurs.} one {Vous n'êtes connecté qu'ici.} other {Vous êtes connecté à # endroits, celui-ci compris.}}",
  "signIn.everywhere": "Se déconnecter partout",
  "signIn.out.title": "Vous êtes déconnecté",
  "signIn.out.text":
    "Ce que vous voyez désormais, tout le monde le voit. Si vous vous étiez connecté avec le compte de votre organisation, vous y êtes peut-être encore connecté.",
  "signIn.fault.title": "Vous n'êtes pas connecté",
  "signIn.fault.notDone": "Ceci n'a pas été fait",
  "signIn.fault.linkUnknown":
    "Personne ne peut se connecter par ce lien. Vérifiez que vous avez toute son adresse, ou demandez-en un autre.",
  "signIn.fault.linkUsed":
    "Ce lien a déjà servi, et il ne sert qu'une fois. Demandez-en un autre. Si ce n'est pas vous qui l'avez utilisé, signalez-le.",
  "signIn.fault.linkExpired": "Ce lien est trop ancien. Demandez-en un autre.",
  "signIn.fault.noRole": "{name} n'a aucun rôle ici aujourd'hui. Demandez-en un à qui gère ce service.",
  "signIn.fault.issuerSilent": "La connexion de votre organisation ne répond pas. Réessayez dans quelques minutes.",
  "signIn.fault.issuerRefused":
    "La connexion de votre organisation ne vous a pas laissé entrer, ou vous êtes revenu en arrière. Réessayez.",
  "signIn.fault.notBegun":
    "Cette connexion n'a pas été commencée dans ce navigateur, ou il y a trop longtemps, ou elle a déjà pris fin. Recommencez.",
  "signIn.fault.notSecure":
    "La connexion à cette adresse n'est pas chiffrée ; personne ne peut donc y entrer. Utilisez l'adresse qui commence par https://.",
  "signIn.fault.otherPage":
    "Ceci n'a pas été envoyé d'une page de ce service, et n'a donc pas été fait. Allez à la page elle-même et appuyez-y sur le bouton.",
};
