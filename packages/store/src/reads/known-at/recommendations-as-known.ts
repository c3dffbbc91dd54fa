/**
 * The recommendations as they read at a moment, which it takes once: where a correction came later, the version that it
 * replaced. A table to join as `r`.
 */
export const recommendationsAsKnown = `(SELECT r.id, r.report_id, r.part_of_id, r.reference_key, r.position, r.recorded_at,
    COALESCE(v.reference, r.reference) AS reference, COALESCE(v.issuing_body_id, r.issuing_body_id) AS issuing_body_id,
    COALESCE(v.version, r.version) AS version, COALESCE(v.body, r.body) AS body
  FROM recommendation r LEFT JOIN recommendation_version v ON v.recommendation_id = r.id
    AND v.version = (SELECT min(w.version) FROM recommendation_version w
                     WHERE w.recommendation_id = r.id AND w.replaced_at > ?))`;
