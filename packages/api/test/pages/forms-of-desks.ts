import type TestAgent from "supertest/lib/agent.js";
import { crawl } from "./crawl.ts";
import type { SignedIn } from "./desk-app.ts";

/** A form of a page of a desk, by one of its buttons. */
export type DeskForm = {
  /** Who sees it. */
  by: SignedIn;
  action: string;
  /** What a browser sends of it that nobody types, and its button. */
  fields: URLSearchParams;
  html: string;
};

/** Pages that are behind many of their kind. */
const behind = ["/en/desk/reports/report-2013/sections", "/en/desk/recommendations/2013-03/level"];

/** Each form to which the desks lead, once of its kind and button. */
export async function deskForms(app: TestAgent): Promise<DeskForm[]> {
  const found = new Map<string, DeskForm>();
  for (const by of ["claes", "lambert", "peeters", "janssens"] as const) {
    const signedIn = { get: (path: string) => app.get(path).set("Cookie", `visitor=${by}`) };
    const pages = await crawl(signedIn as never, [...behind, "/en/desk"], twoOfAKind());
    for (const { path, body, type } of pages.values())
      if (type === "text/html")
        for (const form of formsIn(body, path)) {
          const kind = `${kindOf(form.action)} ${form.fields.get("act") ?? ""} ${form.fields.get("do")}`;
          if (!found.has(kind)) found.set(kind, { by, ...form });
        }
  }
  return [...found.values()];
}

function kindOf(path: string): string {
  return path.replace(/\?.*/, "").replace(/^(\/en\/desk\/[\w-]+\/)(?!new|import)[^/]+/, "$1*");
}

/** Whether a page of the desk is one of the first two of its kind. */
function twoOfAKind(): (path: string) => boolean {
  const seen = new Map<string, number>();
  return (path) => {
    const kind = kindOf(path);
    const count = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, count);
    return path.startsWith("/en/desk") && count <= 2;
  };
}

/** What a browser would send of each form of a page, by each of its buttons. */
function formsIn(page: string, at: string): Omit<DeskForm, "by">[] {
  return [...page.matchAll(/<form\b[^>]*method="post".*?<\/form>/gs)].flatMap(([html]) => {
    const action = / action="([^"]*)"/.exec(html)?.[1] ?? at;
    const hidden = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
    const named = hidden.map(([, name = "", value = ""]) => [name, value]);
    const buttons = [...html.matchAll(/name="do" value="(\w+)"/g)].map(([, does = ""]) => [...named, ["do", does]]);
    return (buttons.length > 0 ? buttons : [named]).map((fields) => ({
      ...{ action, html },
      fields: new URLSearchParams(fields),
    }));
  });
}
