import type { Evidence } from "@heed/core";
import { addressProblem } from "@heed/core/text/web-address";
import { addresses } from "../address/addresses.ts";
import type { Asked } from "../asked/asked.ts";
import { shown } from "../language/say.ts";

/** Each piece of evidence, with the way to it where its address can be followed. */
type Props = Pick<Asked, "say" | "data" | "way"> & { evidence: readonly Evidence[] };

export function EvidenceList({ say, evidence, data, way }: Props) {
  return (
    <>
      <p class="heed-evidence__title">{say.message("timeline.evidence")}</p>
      <ul class="govuk-list govuk-list--bullet">
        {evidence.slice(0, 100).map(({ title, kind, url, file, item }) => (
          <li key={`${kind} ${title} ${url}`}>
            {url !== undefined && addressProblem(url) === undefined ? (
              <a class="govuk-link" href={url} rel="nofollow noopener">
                <bdi>{shown(title)}</bdi>
              </a>
            ) : item !== undefined ? (
              <a class="govuk-link" href={way(addresses.collectedItemById(item))}>
                <bdi>{shown(title)}</bdi>
              </a>
            ) : (
              <bdi>{shown(title)}</bdi>
            )}{" "}
            <span class="heed-meta">({say.label("evidenceKind", kind)})</span>
            {file && (
              <>
                {" "}
                <a class="govuk-link" href={data(`/files/${file.digest}/content`)} rel="nofollow">
                  <bdi>{shown(file.name)}</bdi>
                </a>{" "}
                <span class="heed-meta heed-digest">sha256:{file.digest.slice(0, 16)}</span>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
