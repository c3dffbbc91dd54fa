/** Why the content of a file is not taken as evidence. */
export class Refusal extends Error {}
