export const storeFolder: string;
export const providers: ("sqlite" | "postgresql")[];
export function schemaFor(provider: string): string;
