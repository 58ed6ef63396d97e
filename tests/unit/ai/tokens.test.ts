import fc from "fast-check";
import { expect, it } from "vitest";
import { estimateTokens, shareOut } from "@/lib/ai/tokens";

it("shares out all of it and nothing more, to each about its part", () => {
  fc.assert(
    fc.property(
      fc.nat(100_000),
      fc.array(fc.nat(5000), { minLength: 1, maxLength: 60 }),
      (total, weights) => {
        const parts = shareOut(total, weights);
        const sum = weights.reduce((all, weight) => all + weight, 0);
        expect(parts.reduce((all, part) => all + part, 0)).toBe(sum === 0 ? 0 : total);
        for (const [index, part] of parts.entries()) {
          if (sum > 0) expect(Math.abs(part - (total * (weights[index] ?? 0)) / sum)).toBeLessThanOrEqual(1);
        }
      },
    ),
  );
});

it("counts more for scripts that models cut finer", () => {
  expect(estimateTokens("tides")).toBe(2);
  expect(estimateTokens("潮汐")).toBe(2);
  expect(estimateTokens("")).toBe(0);
});
