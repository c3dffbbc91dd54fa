/** What each position and each level means, below its name in a form. */
export const choicesEn = {
  "choice.position.accepted": "Agreed; the implementation is owed.",
  "choice.position.acceptedInPart": "Agreed to some of it; the implementation is owed.",
  "choice.position.acceptedInPrinciple": "Agreed to the aim, not yet to a way; the implementation is owed.",
  "choice.position.noted": "Only taken note of; no implementation is owed.",
  "choice.position.rejected": "Not agreed; no implementation is owed.",
  "choice.position.notCompetent": "We are the wrong body; the issuing body says whether it agrees.",
  "choice.level.contraryAction": "What was done goes against the recommendation.",
  "choice.level.noEvidence": "Nothing shows that anything was done, after the reminders.",
  "choice.level.notStarted": "Nothing was undertaken.",
  "choice.level.announced": "It was said that something will be done, without a timeline.",
  "choice.level.underWay": "Work goes on, with a timeline.",
  "choice.level.partiallyImplemented": "There are results, and more is required.",
  "choice.level.substantiallyImplemented": "What matters most is done, and something is still required.",
  "choice.level.alternativeAction": "The aim was reached in another way.",
  "choice.level.fullyImplemented": "Nothing more is required.",
  "choice.level.noLongerApplicable": "The matter no longer exists.",
} as const;

export type ChoiceMessages = Readonly<Record<keyof typeof choicesEn, string>>;
