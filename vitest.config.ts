import path from "node:path";
import { configDefaults, defineConfig } from "vitest/config";

const alias = {
  "@": import.meta.dirname,
  // Next swaps this marker package for an empty module on the server; so do the tests.
  "server-only": path.join(import.meta.dirname, "tests/support/server-only.ts"),
};

// What takes minutes runs in `npm run verify:deep` only.
const deep = "tests/**/*.deep.test.ts";
const exclude = [...configDefaults.exclude, deep];

const withStack = {
  globalSetup: "tests/support/stack-setup.ts",
  fileParallelism: false,
  testTimeout: 60_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  test: {
    projects: [
      { resolve: { alias }, test: { name: "unit", include: ["tests/unit/**/*.test.{ts,tsx}"], exclude } },
      {
        resolve: { alias },
        test: { name: "isolation", include: ["tests/isolation/**/*.test.ts"], exclude, ...withStack },
      },
      {
        resolve: { alias },
        test: { name: "integration", include: ["tests/integration/**/*.test.ts"], exclude, ...withStack },
      },
      { resolve: { alias }, test: { name: "deep", include: [deep], ...withStack } },
    ],
  },
});
