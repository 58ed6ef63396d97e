import { describe, expect, it } from "vitest";
import { parseAiEnv } from "@/lib/env/ai";

describe("the environment's providers", () => {
  it("may be none", () => {
    expect(parseAiEnv({ AI_1_URL: " " })).toEqual({ providers: [], tokensPerDay: 200_000 });
  });

  it("come in the order of their numbers, named by their host where no name is given", () => {
    const { providers } = parseAiEnv({
      AI_1_URL: "https://api.example.org/v1",
      AI_1_MODEL: "m",
      AI_1_KEY: "k",
      AI_2_URL: "http://127.0.0.1:11434/v1",
      AI_2_MODEL: "n",
      AI_2_NAME: "Own",
    });
    expect(providers).toEqual([
      { name: "api.example.org", url: "https://api.example.org/v1", model: "m", key: "k" },
      { name: "Own", url: "http://127.0.0.1:11434/v1", model: "n", key: null },
    ]);
  });

  it.each([
    [{ AI_1_URL: "https://api.example.org/v1" }, /AI_1_URL and AI_1_MODEL/],
    [{ AI_2_KEY: "k" }, /AI_2_URL and AI_2_MODEL/],
    [{ AI_1_URL: "ftp://x", AI_1_MODEL: "m" }, /AI_1_URL/],
    [{ AI_TOKENS_PER_DAY: "-1" }, /AI_TOKENS_PER_DAY/],
    [{ AI_1_URL: "http://x.y", AI_1_MODEL: "a", AI_2_URL: "http://x.y/2", AI_2_MODEL: "b" }, /must differ/],
  ])("are refused where they are half there: %j", (environment, message) => {
    expect(() => parseAiEnv(environment)).toThrow(message);
  });
});
