import { unzipSync } from "fflate";

/** All that a workbook says, without the moment at which it was made. */
export function workbookText(workbook: Uint8Array): string {
  return Object.entries(unzipSync(workbook))
    .filter(([path]) => !path.startsWith("docProps/"))
    .map(([path, bytes]) => `${path}\n${new TextDecoder().decode(bytes)}`)
    .join("\n");
}
