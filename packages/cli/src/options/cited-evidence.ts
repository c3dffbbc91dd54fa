/** Evidence that is something collected, or a section of a report, by its reference or id. */
export type CitedEvidence = { cites: string; confidential: boolean };
