import { pageSize, type Question, withAndWithoutTotal } from "./question.ts";

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
  rows: `SELECT o.* FROM organization o ORDER BY o.code LIMIT ${pageSize}`,
  total: "SELECT count(*) AS total FROM organization o",
};

export const registerQuestions: readonly Question[] = [reports, organizations].flatMap(withAndWithoutTotal);
