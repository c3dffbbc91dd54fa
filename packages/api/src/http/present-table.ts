import type { Table } from "@heed/core/tables/list-table";
import { csvParts, workbookOf } from "@heed/files";
import type { Request, Response } from "express";
import { tableTypes } from "../contract/operation.ts";
import { stream } from "./stream.ts";

/** A workbook is built in memory, while other requests wait. */
const maxRows = 10_000;

type Shown = { mediaType: string; name: string; language: string | undefined };

/** Sends a table as a file with a name. Errors: invalidInput where it is too long for a workbook. */
export async function presentTable(
  table: Table,
  { mediaType, name, language }: Shown,
  request: Request,
  response: Response,
): Promise<void> {
  const isCsv = mediaType === tableTypes.csv;
  const head = () => {
    if (language) response.setHeader("Content-Language", language);
    response.setHeader("Content-Disposition", `attachment; filename="${name}.${isCsv ? "csv" : "xlsx"}"`);
    response.type(isCsv ? "text/csv; charset=utf-8" : tableTypes.xlsx);
  };
  if (request.method === "HEAD") {
    head();
    response.end();
  } else if (isCsv) {
    head();
    await stream(csvParts(table), response);
  } else {
    const workbook = await workbookOf(table, { sheet: "Heed", maxRows });
    head();
    response.send(workbook);
  }
}

/** Such as `overdue-2015-06-30`, of letters, digits, points and dashes. */
export function fileName(path: string, parts: readonly (string | undefined)[]): string {
  const list = path.split("/").findLast((part) => !part.startsWith("{"));
  return [list, ...parts]
    .filter((part) => part !== undefined)
    .map((part) => part.replace(/[^A-Za-z0-9.]+/g, "-").slice(0, 80))
    .join("-");
}
