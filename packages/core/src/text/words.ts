/** A code in words: pendingVerification is "pending verification". */
export function words(code: string): string {
  return code.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
