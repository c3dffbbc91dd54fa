export function difference(provider: string, before: string | undefined, after: string): Promise<string>;
