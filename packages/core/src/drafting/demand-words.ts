import type { Label } from "../label.ts";

/** How a language says that something is demanded. */
export type DemandWords = {
  /** What makes a sentence a demand. */
  marker: RegExp;
  /** A verb that can begin a second demand after "and", a comma or a semicolon; undefined where the word order does not show it. */
  joined?: RegExp;
  /** Words that promise no act that somebody could verify. */
  vague: RegExp;
  /** Words of acts that can be verified: a law, a body, a person named, a document. */
  concrete: RegExp;
  /** By when, or how often. */
  time: RegExp;
  /** What ends the words before a list each of whose items is a demand, whatever its first word. */
  introducing?: RegExp;
  /** The first word of an item of a list that only describes what is demanded before the list. */
  describing: RegExp;
};

const numberWords = {
  en: "one|two|three|four|five|six|seven|eight|nine|ten|twelve",
  fr: "un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze",
  nl: "een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twaalf",
  de: "eine?[mrs]?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf",
} as const;

const months = {
  en: "january|february|march|april|may|june|july|august|september|october|november|december",
  fr: "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
  nl: "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december",
  de: "januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember",
} as const;

/** `\b` knows only the letters of English. */
const word = (alternatives: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives})(?![\\p{L}\\p{N}])`, "iu");

export const demandVerbsInEnglish =
  "abolish|adopt|allocate|amend|appoint|apply|ask|assess|bring|carry|collect|commute|complete|comply|conduct|consider|continue|create|criminali[sz]e|decriminali[sz]e|define|designate|determine|develop|enact|ensure|establish|evaluate|extend|finali[sz]e|forward|guarantee|implement|improve|include|increase|initiate|inform|introduce|investigate|invite|issue|launch|make|monitor|prevent|prohibit|promote|protect|provide|publish|put|ratify|release|remove|render|repeal|replace|report|require|review|revise|set|sign|strengthen|submit|support|take|train|transfer|update|upgrade|withdraw";

export const demandVerbsInFrench =
  "abolir|accorder|adapter|adopter|allouer|améliorer|assurer|augmenter|charger|clarifier|collecter|communiquer|compléter|créer|définir|désigner|développer|doter|élaborer|établir|étendre|évaluer|financer|former|fournir|garantir|inclure|informer|instaurer|intégrer|interdire|introduire|inviter|lancer|mettre|modifier|nommer|octroyer|offrir|organiser|permettre|prendre|prévoir|protéger|publier|ratifier|recruter|remplacer|rendre|renforcer|réviser|sensibiliser|soumettre|supprimer|transmettre|transposer|veiller";

export const demandWords: Readonly<Record<keyof Label, DemandWords>> = {
  en: {
    marker: word("should|must|ought to|recommends?|recommended|is to|are to|calls? (?:up)?on|urges?"),
    joined: new RegExp(
      `(?:(?:;|\\band\\b|\\bas well as\\b)\\s*(?:and\\s+)?(?:in particular,?\\s+)?(?:to\\s+)?|,\\s*)(?:\\p{L}+ly\\s+)?(?=(?:${demandVerbsInEnglish})\\s+(?!to\\b|of\\b|and\\b|for\\b|in\\b))`,
      "giu",
    ),
    vague: word(
      "continue|consider(?:ing)?|maintain|promote|strengthen|step up|facilitate|encourage|seek|engage|share|enhance|intensify|work with|co-?operate|discuss|bear in mind|pay attention|explore|adhere (?:\\p{L}+ly )?to|commit itself|make efforts|find(?:ing)? (?:the )?(?:appropriate )?solutions|take(?:s)? (?:all )?(?:the )?(?:appropriate |necessary |further |concrete )?(?:measures|steps|action)|ensure (?:the |a )*(?:full|swift|effective|adequate|appropriate|sufficient|proper|transparent)|are (?:transparent|adequate|appropriate|sufficient)",
    ),
    concrete: word(
      "abolish|adopt|amend|appoint|commute|conduct|criminali[sz]e|declare|designate|enact|establish|invite|introduce|issue|publish|ratify|release|repeal|replace|require|submit|train(?:ing)?|transfer|withdraw",
    ),
    time: word(
      `(?:by|before|until|within|not? later than)\\s+(?:the\\s+)?(?:end of|beginning of|next|\\d+|${numberWords.en}|${months.en})|every (?:year|month|\\w+ years)|each year|annually|yearly|as from \\d{4}|in (?:19|20)\\d\\d`,
    ),
    describing: word("an?|the|its?|their"),
  },
  fr: {
    marker: word(
      "recommand(?:e|ent|ons)|demand(?:e|ent)|plaid(?:e|ent)|préconis(?:e|ent)|encourag(?:e|ent)|invit(?:e|ent)|exhort(?:e|ent)|d(?:oi|oiv|evrai|evraien)(?:t|ent)|devrait|devraient|doit|doivent|il (?:convient|faut|faudrait|importe)|il (?:est|serait) (?:nécessaire|essentiel|primordial|indispensable|préférable|déconseillé)|il reviendrait|pourrait être envisagée?|est de mise|considère",
    ),
    joined: new RegExp(`(?:;|(?<!\\p{L})et)\\s+(?:de\\s+|d['’]|à\\s+)?(?=(?:${demandVerbsInFrench})(?!\\p{L}))`, "giu"),
    vague: word(
      "encourag\\p{L}*|promouvoir|renforc\\p{L}*|poursuiv\\p{L}*|envisag\\p{L}*|veiller|favoriser|sensibilis\\p{L}*|améliorer|explorer|orienter|prendre (?:les |toutes les )?mesures|accorder une attention|piste|espère|coopérer|étudier|réfléchir",
    ),
    concrete: word(
      "(?:adapt|adopt|abrog|instaur|nomm|inform|publi|ratifi)(?:er|e|ent)|publiée?s?|modifi\\p{L}*|cré(?:er|e|ent|ée?s?)|désign\\p{L}*|transposer|octroyer|doter|prévo(?:ir|ie|ient)|abolir|former|fourni(?:r|sse|ssent)|introdui\\p{L}*|développée?s?|mettre en place|mis en place|mett(?:e|ent) en place|loi|arrêté|circulaire|registre",
    ),
    time: word(
      `d['’]ici|(?:avant|pour|jusqu['’]à|au plus tard|dès|fin|début)\\s+(?:le\\s+|la\\s+|l['’]année\\s+)?(?:fin|début|\\d+|${months.fr})|avant la fin|dans (?:un délai de|les)\\s+(?:\\d+|${numberWords.fr})|chaque année|tous les ans|annuellement|à partir de \\d{4}`,
    ),
    describing: word("une?|l['’]|le|la|les|des|du"),
  },
  nl: {
    marker: word(
      "beve(?:elt|len) (?:[^.]{0,40} )?aan|beveelt|vraagt|vragen|pleit(?:en)?|dringt|roept|moet(?:en)?|dient|dienen|zou(?:den)? (?:[^.]{0,60} )?(?:moeten|kunnen worden)|is (?:het )?(?:essentieel|noodzakelijk|nodig|aangewezen)|hoopt",
    ),
    vague: word(
      "aan ?(?:te )?moedig\\p{L}*|aangemoedigd|bevorder\\p{L}*|versterk\\p{L}*|voortzet\\p{L}*|voort te zetten|overweg\\p{L}*|aandacht (?:te )?bested\\p{L}*|verbeter\\p{L}*|streven|hoopt|nadenken|reflectie|maatregelen (?:te )?nemen|samen ?(?:te )?werk\\p{L}*|onderzoek naar",
    ),
    concrete: word(
      "aanpass\\p{L}*|aan te passen|aan te nemen|wijzig\\p{L}*|oprich\\p{L}*|op te richten|opgericht|aan ?(?:te )?(?:wijzen|stellen)|aangewezen|aangesteld|publicer\\p{L}*|omzett\\p{L}*|om te zetten|financier\\p{L}*|in te voeren|ingevoerd|creër\\p{L}*|opleid\\p{L}*|wet|wettelijke|omzendbrief|koninklijk besluit|register|voorzien|bouw|werk achterstanden",
    ),
    time: word(
      `(?:tegen|voor|vóór|uiterlijk|binnen|ten laatste|vanaf|eind|begin)\\s+(?:op\\s+|het\\s+|de\\s+)?(?:einde|begin|\\d+|${numberWords.nl.replace("een|", "")}|${months.nl}|een (?:maand|jaar|week|termijn))|jaarlijks\\p{L}*|elk jaar|ieder jaar|om de \\p{L}+ jaar`,
    ),
    introducing: /(?<!\p{L})om\s*:?\s*$/iu,
    describing: word("een|de|het|hun|zijn"),
  },
  de: {
    marker: word(
      "empfiehlt|empfehlen|fordert|fordern|ersucht|soll(?:te|ten|en)?|muss|müssen|ist (?:notwendig|erforderlich|unerlässlich)|sind zu|ist zu",
    ),
    vague: word(
      "förder\\p{L}*|stärk\\p{L}*|fortsetz\\p{L}*|fortzusetzen|prüf\\p{L}*|erwäg\\p{L}*|verbesser\\p{L}*|bemüh\\p{L}*|anstreb\\p{L}*|zusammenarbeit\\p{L}*|Maßnahmen (?:zu )?ergreifen|ermutig\\p{L}*|unterstütz\\p{L}*",
    ),
    concrete: word(
      "änder\\p{L}*|einricht\\p{L}*|einzurichten|benenn\\p{L}*|ernenn\\p{L}*|veröffentlich\\p{L}*|umsetz\\p{L}*|umzusetzen|verabschied\\p{L}*|einführ\\p{L}*|einzuführen|schaff\\p{L}*|ratifizier\\p{L}*|schul\\p{L}*|Gesetz\\p{L}*|Erlass\\p{L}*|Rundschreiben|Register",
    ),
    time: word(
      `(?:bis|vor|ab|innerhalb|binnen|spätestens)\\s+(?:zum\\s+|dem\\s+|von\\s+|bis\\s+)?(?:Ende|Anfang|Beginn|\\d+|${numberWords.de}|${months.de})|jährlich\\p{L}*|jedes Jahr`,
    ),
    describing: word("eine?[mnrs]?|der|die|das|den|ihre?"),
  },
};
