import { nameOf, pageSize, type Question, withAndWithoutTotal } from "./question.ts";

const reports: Question = {
  name: "reports",
  list: "reports",
  address: `/reports?pageSize=${pageSize}`,
  parameters: [],
  rows: `SELECT p.*, o.name AS body_name FROM report p JOIN organization o ON o.id = p.issuing_body_id
    WHERE p.status = 'published' ORDER BY p.reporting_year DESC, p.id LIMIT ${pageSize}`,
  total: "SELECT count(*) AS total FROM report p WHERE p.status = 'published'",
};

const organizations: Question = {
  name: "organizations",
  list: "organizations",
  address: `/organizations?pageSize=${pageSize}`,
  parameters: [],
  rows: `SELECT o.* FROM floor_organization o ORDER BY o.code LIMIT ${pageSize}`,
  total: "SELECT count(*) AS total FROM floor_organization o",
};

const valid = `FROM floor_organization o CROSS JOIN (SELECT CAST(? AS text) AS day) AS d
  WHERE (o.founded_on IS NULL OR o.founded_on <= d.day) AND (o.dissolved_on IS NULL OR o.dissolved_on > d.day)`;

const days = ["1990-01-01", "2010-01-01", "2024-01-01"];

const existing: Question = {
  ...organizations,
  name: nameOf("organizations", ["validOn"]),
  parameters: ["validOn"],
  counts: days.map((day) => `SELECT '${day}' AS valid_on, 0 AS count`).join(" UNION ALL "),
  rows: `SELECT o.* ${valid} ORDER BY o.code LIMIT ${pageSize}`,
  total: `SELECT count(*) AS total ${valid}`,
};

export const registerQuestions: readonly Question[] = [reports, organizations, existing].flatMap(withAndWithoutTotal);
