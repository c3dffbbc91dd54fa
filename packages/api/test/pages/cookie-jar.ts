/** A browser's cookies, and pages one after the other as they are redirected; each host with its own cookies. */
export function cookieJar() {
  const kept = new Map<string, Map<string, string>>();
  const of = (url: string) => {
    const { host } = new URL(url);
    const jar = kept.get(host) ?? new Map<string, string>();
    kept.set(host, jar);
    return jar;
  };

  /** One request, without what it leads to. */
  async function ask(url: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...of(url)].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { ...(init.headers as object), ...(cookie && { cookie }) };
    const answer = await fetch(url, { ...init, headers, redirect: "manual" });
    for (const each of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(each) ?? [];
      if (value === "" || /expires=Thu, 01 Jan 1970/i.test(each)) of(url).delete(name);
      else of(url).set(name, value);
    }
    return answer;
  }

  /** The page that a request leads to in the end, with all addresses on the way. */
  async function go(url: string, init: RequestInit = {}) {
    const addresses: string[] = [];
    let [next, how] = [url, init];
    for (let steps = 0; steps < 12; steps++) {
      addresses.push(next);
      const answer = await ask(next, how);
      const location = answer.headers.get("location");
      if (location === null) return { answer, text: await answer.text(), address: next, addresses };
      [next, how] = [new URL(location, next).href, {}];
    }
    throw new Error(`no end: ${addresses.join("\n")}`);
  }

  return { ask, go, of };
}

/** A form that a page of the service itself sends. */
export const ownForm = (fields: Record<string, string> = {}) => ({
  method: "POST",
  body: new URLSearchParams(fields),
  headers: { "Sec-Fetch-Site": "same-origin" },
});
