/** What stands for a reference that the source left blank. */
export const stand = `'~' || substr(s.row_digest, 1, 8) || CASE WHEN k.occurrence > 1 THEN '-' || k.occurrence ELSE '' END`;

/** Those of a row, and of what stands for a reference that the source left blank. */
export const words = `CASE WHEN s.reference IS NULL THEN rtrim(substr(s.row_digest, 1, 8)
  || CASE WHEN k.occurrence > 1 THEN ' ' || k.occurrence ELSE '' END || ' ' || s.words) ELSE s.words END`;
