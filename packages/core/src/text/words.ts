/** A code in words: acceptedInPart is "accepted in part", endOfFollowUp "end of follow-up". */
export function words(code: string): string {
  return code.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replace("follow up", "follow-up");
}
