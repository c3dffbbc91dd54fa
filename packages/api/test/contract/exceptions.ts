/** Where a rule of the contract does not hold, and why. A place is a part of the path of what was found. */
export type Exception = { rule: string; at?: RegExp; reason: string };

const onlyWhatIsSent =
  "what a client sends is bounded; an answer is as long as what was recorded, and lists have pages";

export const exceptions: readonly Exception[] = [
  {
    rule: "operation-description",
    reason: "every operation has a summary (Belgif [oas-descr]); a description is for what the summary cannot say",
  },
  {
    rule: "belgif:id-name",
    reason:
      "a path has one thing that is its own {id}, and a part of it is named by its kind ({entry}): the names are part of the contract, and never meet in one path",
  },
  {
    rule: "belgif:jsn-null",
    at: /\.(ActDraft|ActDraftDetail|NewDraft|OneAct)\.properties\.input\.additionalProperties$/,
    reason: "what an act is given is of any type, which 3.0.3 can only write so; a null is left out of a draft",
  },
  {
    rule: "belgif:cod-design",
    at: /\.mediaType\.enum$/,
    reason: "a media type is a code of another standard (the guide speaks of new codes)",
  },
  {
    rule: "owasp:api2:2023-read-restricted",
    reason: "what is published is for everybody, without a token; what is not is a 404 for who may not see it",
  },
  { rule: "owasp:api4:2023-array-limit", at: /^answer /, reason: onlyWhatIsSent },
  { rule: "owasp:api4:2023-string-limit", at: /^answer /, reason: onlyWhatIsSent },
  { rule: "owasp:api4:2023-integer-limit", at: /^answer /, reason: onlyWhatIsSent },
  { rule: "owasp:api4:2023-integer-limit-legacy", at: /^answer /, reason: onlyWhatIsSent },
  { rule: "owasp:api3:2023-constrained-additionalProperties", at: /^answer /, reason: onlyWhatIsSent },
  {
    rule: "owasp:api3:2023-no-additionalProperties",
    reason: "a map, such as a text by its languages, is described by it (Belgif [addi-prop]); else nothing has it",
  },
  {
    rule: "owasp:api4:2023-string-restricted",
    reason: "texts are what people wrote, in any language; their length is bounded, and what no text may hold is a 400",
  },
  {
    rule: "belgif:prb-defaul",
    at: /paths\.\/readiness\./,
    reason: "readiness is told as the guide has the health of a service told, which the rule knows at /health alone",
  },
  {
    rule: "belgif:err-problem",
    at: /paths\.\/readiness\./,
    reason: "readiness is told as the guide has the health of a service told, which the rule knows at /health alone",
  },
  {
    rule: "owasp:api4:2023-rate-limit",
    at: /paths\.\/(health|readiness)\./,
    reason: "the health of the service is told as often as somebody asks",
  },
  {
    rule: "owasp:api4:2023-rate-limit-responses-429",
    at: /paths\.\/(health|readiness)\./,
    reason: "the health of the service is told as often as somebody asks",
  },
  {
    rule: "owasp:api8:2023-define-error-responses-401",
    at: /paths\.\/(health|readiness)\./,
    reason: "the health of the service is told to everybody, and no token is read",
  },
  {
    rule: "owasp:api8:2023-define-error-responses-500",
    reason: "the default answer tells of what every operation may meet (Belgif [prb-defaul])",
  },
  {
    rule: "owasp:api8:2023-define-cors-origin",
    reason: "other origins are refused unless the installation names them: the header is then sent, and else it is not",
  },
];
