export const root: string;
export function run(program: string, args: readonly string[], env?: Record<string, string>): void;
export function pnpm(...args: string[]): void;
export function bin(name: string): string;
