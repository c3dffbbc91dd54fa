import type { Id } from "@heed/core";
import type { OrganizationRef } from "@heed/core/read-models/organization-ref";
import { localizedText } from "./localized-text.ts";

export type AddresseeAndResponsibleRow = {
  addressee: Id;
  addresseeCode: string;
  addresseeName: string;
  /** Present when it is not the addressee. */
  responsible: Id | null;
  responsibleCode: string;
  responsibleName: string;
};

/** The columns of an AddresseeAndResponsibleRow, for the addressee `a` and the responsible organization `b`. */
export const addresseeAndResponsibleColumns = `a.id AS addressee, a.code AS "addresseeCode", a.name AS "addresseeName",
  b.id AS responsible, b.code AS "responsibleCode", b.name AS "responsibleName"`;

export function addresseeAndResponsibleOf(row: AddresseeAndResponsibleRow): {
  addressee: OrganizationRef;
  responsible: OrganizationRef;
} {
  const addressee = { id: row.addressee, code: row.addresseeCode, name: localizedText(row.addresseeName) };
  const { responsible: id, responsibleCode: code, responsibleName: name } = row;
  return { addressee, responsible: id === null ? addressee : { id, code, name: localizedText(name) } };
}
