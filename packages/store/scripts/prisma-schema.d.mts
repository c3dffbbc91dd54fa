export const storeFolder: string;
export const providers: readonly ["sqlite", "postgresql"];
export const schemaFile: string;
export const migratedSchemaFile: string;
export function schemaFor(provider: string, file?: string): string;
