/** Whether an address is of this machine over http. */
export function isOfThisMachine(address: string): boolean {
  const { protocol, hostname } = new URL(URL.canParse(address) ? address : "about:blank");
  return protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
}
