import type { Evidence } from "@heed/core";
import { addressProblem } from "@heed/core/text/web-address";
import { type Say, shown } from "../language/say.ts";

/** Each piece of evidence, with the way to it where its address can be followed. */
export function EvidenceList({ say, evidence }: { say: Say; evidence: readonly Evidence[] }) {
  return (
    <>
      <p class="heed-evidence__title">{say.message("timeline.evidence")}</p>
      <ul class="govuk-list govuk-list--bullet">
        {evidence.slice(0, 100).map(({ title, kind, url }) => (
          <li key={`${kind} ${title} ${url}`}>
            {url !== undefined && addressProblem(url) === undefined ? (
              <a class="govuk-link" href={url} rel="nofollow noopener">
                <bdi>{shown(title)}</bdi>
              </a>
            ) : (
              <bdi>{shown(title)}</bdi>
            )}{" "}
            <span class="heed-meta">({say.label("evidenceKind", kind)})</span>
          </li>
        ))}
      </ul>
    </>
  );
}
