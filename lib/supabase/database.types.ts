// biome-ignore-all lint: generated below
export type Database = Record<string, never>;
