import type { ComponentChildren } from "preact";
import { addresses } from "../address/addresses.ts";
import { visitorAddresses } from "../address/visitor-addresses.ts";
import type { Asked } from "../asked/asked.ts";
import type { Page } from "../asked/page.ts";
import { shown } from "../language/say.ts";
import type { SignInView } from "./sign-in-view.ts";

type Of<Kind extends SignInView["kind"]> = {
  asked: Pick<Asked, "say" | "way">;
  view: Extract<SignInView, { kind: Kind }>;
};

/** A page of signing in and out. */
export function signInPage(asked: Pick<Asked, "say" | "way">, view: SignInView): Page {
  switch (view.kind) {
    case "start":
      return start({ asked, view });
    case "link":
      return link({ asked, view });
    case "who":
      return who({ asked, view });
    case "signedOut":
      return signedOut({ asked, view });
    case "fault":
      return fault({ asked, view });
  }
}

function start({ asked: { say, way }, view: { to, byIssuer } }: Of<"start">): Page {
  const kept = { to };
  return page(say.message("signIn.title"), visitorAddresses.signIn, kept, [
    byIssuer && (
      <>
        <p class="govuk-body">{say.message("signIn.byIssuer")}</p>
        {/* A link and no form: some browsers apply the page's policy for forms to where the issuer leads. */}
        <a class="govuk-button" href={way(visitorAddresses.issuer, kept)} rel="nofollow">
          {say.message("signIn.byIssuer.button")}
        </a>
      </>
    ),
    <p class="govuk-body">{say.message("signIn.byLink")}</p>,
  ]);
}

function link({ asked: { say, way }, view: { secret, name } }: Of<"link">): Page {
  return page(say.message("signIn.link.title", { name: shown(name) }), visitorAddresses.link, { secret }, [
    <p class="govuk-body">{say.message("signIn.link.text", { name: shown(name) })}</p>,
    <form action={way(visitorAddresses.link)} method="post">
      <input type="hidden" name="secret" value={secret} />
      <button class="govuk-button" type="submit">
        {say.message("visitor.signIn")}
      </button>
    </form>,
  ]);
}

function who({ asked: { say, way }, view: { name, sessions } }: Of<"who">): Page {
  return page(say.message("signIn.who.title"), visitorAddresses.signIn, {}, [
    <p class="govuk-body">{say.message("signIn.who.text", { name: shown(name), sessions })}</p>,
    <form action={way(visitorAddresses.signOut)} method="post">
      <button class="govuk-button" type="submit" name="everywhere" value="1">
        {say.message("signIn.everywhere")}
      </button>
    </form>,
  ]);
}

function signedOut({ asked }: Of<"signedOut">): Page {
  const { say } = asked;
  return page(say.message("signIn.out.title"), visitorAddresses.signedOut, {}, [
    <p class="govuk-body">{say.message("signIn.out.text")}</p>,
    <Onward asked={asked} />,
  ]);
}

function fault({ asked, view: { fault, name } }: Of<"fault">): Page {
  const { say } = asked;
  const title = say.message(fault === "otherPage" ? "signIn.fault.notDone" : "signIn.fault.title");
  return page(title, visitorAddresses.signIn, {}, [
    <p class="govuk-body">{say.message(`signIn.fault.${fault}`, { name: shown(name ?? "") })}</p>,
    <Onward asked={asked} />,
  ]);
}

function Onward({ asked: { say, way } }: { asked: Pick<Asked, "say" | "way"> }) {
  return (
    <ul class="govuk-list">
      <li>
        <a class="govuk-link" href={way(visitorAddresses.signIn)} rel="nofollow">
          {say.message("visitor.signIn")}
        </a>
      </li>
      <li>
        <a class="govuk-link" href={way(addresses.front())}>
          {say.message("site.start")}
        </a>
      </li>
    </ul>
  );
}

function page(
  title: string,
  address: string,
  kept: NonNullable<Page["kept"]>,
  parts: readonly ComponentChildren[],
): Page {
  return {
    ...{ title, address, kept, isPrivate: true },
    body: (
      <div class="heed-text">
        <h1 class="govuk-heading-l">{title}</h1>
        {parts}
      </div>
    ),
  };
}
