import { Fragment } from "preact";
import { addresses } from "../address/addresses.ts";
import type { Asked } from "../asked/asked.ts";
import { shown } from "../language/say.ts";

export function ThemeLinks({ asked: { way }, themes }: { asked: Pick<Asked, "way">; themes: readonly string[] }) {
  return (
    <>
      {themes.slice(0, 50).map((theme, index) => (
        <Fragment key={theme}>
          {index > 0 && ", "}
          <a class="govuk-link" href={way(addresses.theme(theme))}>
            <bdi>{shown(theme)}</bdi>
          </a>
        </Fragment>
      ))}
    </>
  );
}
