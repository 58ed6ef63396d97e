import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isVisitorKey, UNKNOWN_VISITOR, visitorKey } from "@/lib/rate-limit/keys";

describe("visitorKey", () => {
  it.each([
    ["192.0.2.7", "ip:192.0.2.7"],
    ["2001:db8:7:1::5", "ip:2001:db8:7:1::/64"],
    ["2001:0DB8:0007:0001:ffff::9", "ip:2001:db8:7:1::/64"],
    ["2001:db8::1", "ip:2001:db8:0:0::/64"],
    ["::1", "ip:0:0:0:0::/64"],
    ["::", "ip:0:0:0:0::/64"],
    ["1:2:3:4:5:6:7:8", "ip:1:2:3:4::/64"],
    ["1:2:3:4:5:6:7::", "ip:1:2:3:4::/64"],
    ["64:ff9b::192.0.2.7", "ip:64:ff9b:0:0::/64"],
    ["", UNKNOWN_VISITOR],
  ])("counts %j as %s", (ip, key) => {
    expect(visitorKey(ip)).toBe(key);
    expect(isVisitorKey(key)).toBe(true);
  });

  it("gives every address of a /64 one key, and another /64 another", () => {
    const address = fc.ipV6().filter((text) => !text.includes("."));
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }),
        fc.bigInt(),
        fc.bigInt(),
        (network, one, other) => {
          const keys = [one, other].map((host) => visitorKey(write(network, host)));
          expect(new Set(keys).size).toBe(1);
          expect(visitorKey(write(network ^ 1n, one))).not.toBe(keys[0]);
        },
      ),
    );
    fc.assert(fc.property(address, (text) => /^ip:([0-9a-f]{1,4}:){4}:\/64$/.test(visitorKey(text))));
  });

  it("takes nobody signed in for a visitor", () => {
    expect(isVisitorKey("0196b6c0-0000-7000-8000-000000000000")).toBe(false);
  });
});

function write(network: bigint, host: bigint): string {
  const groups = (part: bigint) =>
    BigInt.asUintN(64, part).toString(16).padStart(16, "0").match(/.{4}/g) ?? [];
  return [...groups(network), ...groups(host)].join(":");
}
