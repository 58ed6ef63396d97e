import { describe, expect, it } from "vitest";
import { readDevice } from "@/lib/auth/devices";

const APPLE = "AppleWebKit/605.1.15 (KHTML, like Gecko)";

describe("readDevice", () => {
  it.each([
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0",
      "Edge",
      "Windows",
    ],
    ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox", "Linux"],
    [
      "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36",
      "Chrome",
      "Android",
    ],
    [
      `Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) ${APPLE} Version/18.0 Mobile/15E148 Safari/604.1`,
      "Safari",
      "iPhone",
    ],
    [
      `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${APPLE} Version/18.0 Safari/605.1.15`,
      "Safari",
      "macOS",
    ],
    [
      `Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) ${APPLE} CriOS/140.0 Mobile/15E148 Safari/604.1`,
      "Chrome",
      "iPad",
    ],
  ])("%s", (agent, browser, system) => {
    expect(readDevice(agent)).toEqual({ browser, system });
  });

  it.each([null, "", "curl/8.5", "Firefox/1"])("does not guess from %j", (agent) => {
    expect(readDevice(agent)).toBeNull();
  });
});
