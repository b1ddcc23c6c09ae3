import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: [
      "codegen/src/**/*.test.ts",
      "runtime/src/**/*.test.ts",
      "service/src/**/*.test.ts",
      "generated/*/test/**/*.test.ts",
      "test/**/*.test.ts",
    ],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
