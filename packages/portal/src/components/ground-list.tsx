import type { Ground } from "@heed/core/read-models/ground";
import { addresses } from "../address/addresses.ts";
import type { Asked } from "../asked/asked.ts";
import { shown } from "../language/say.ts";
import { PlaceView } from "./rests-on-it.tsx";
import { Text } from "./text.tsx";

type Props = { asked: Pick<Asked, "say" | "way">; grounds: readonly Ground[] };

/** What a recommendation rests on, with the way to it. */
export function GroundList({ asked: { say, way }, grounds }: Props) {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {grounds.map(({ link, item, section, ...told }) => (
        <li key={link}>
          {item && (
            <>
              {say.label("collectedItemKind", item.kind)}
              {say.colon}
              <a class="govuk-link" href={way(addresses.collectedItemById(item.id))}>
                <bdi>{shown(item.reference)}</bdi> <Text of={say.text(item.title)} />
              </a>
            </>
          )}
          {section && (
            <a class="govuk-link" href={way(addresses.reportContents(section.reportReference))}>
              <bdi>{shown(section.reportReference)}</bdi>,{" "}
              <Text of={say.text(section.title, [section.authenticLanguage])} />
            </a>
          )}{" "}
          <PlaceView {...told} />
        </li>
      ))}
    </ul>
  );
}
