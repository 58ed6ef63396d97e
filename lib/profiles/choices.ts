export const APPEARANCES = ["system", "light", "dark"] as const;
