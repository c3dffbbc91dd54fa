/** A text in which no address has a password: what stands between the name of a user and the @ is hidden. */
export function withoutPasswords(text: string): string {
  return text.replace(/(\/\/[^/?#\s:@"']*):[^/?#\s"']*@/g, "$1:***@");
}
