import { queryText } from "../address/query.ts";
import { visitorAddresses } from "../address/visitor-addresses.ts";
import type { Asked } from "../asked/asked.ts";
import { shown } from "../language/say.ts";

type Props = {
  asked: Pick<Asked, "say" | "visitor">;
  before: string;
  offersSignIn: boolean;
  /** The page to come back to, without what stands before every path. */
  back?: string | undefined;
};

/** Who is signed in, with the way to the desk and out; for others the way in, where the service has one. */
export function VisitorBar({ asked: { say, visitor }, before, offersSignIn, back }: Props) {
  const at = (address: string) => `${before}/${say.language}${address}`;
  if (visitor === undefined && !offersSignIn) return null;
  return (
    <nav class="heed-visitor" aria-label={say.message("visitor.who")}>
      {visitor === undefined ? (
        <a href={`${at(visitorAddresses.signIn)}${queryText({ to: back })}`} rel="nofollow">
          {say.message("visitor.signIn")}
        </a>
      ) : (
        <>
          <a href={at(visitorAddresses.signIn)} rel="nofollow">
            <bdi>{shown(visitor.person.name)}</bdi>
          </a>{" "}
          <a href={at(visitorAddresses.desk)}>{say.message("visitor.desk")}</a>{" "}
          <form action={at(visitorAddresses.signOut)} method="post">
            <button type="submit">{say.message("visitor.signOut")}</button>
          </form>
        </>
      )}
    </nav>
  );
}
