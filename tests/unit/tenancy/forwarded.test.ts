import { describe, expect, test } from "vitest";
import { IP_HEADER, REQUEST_ID_HEADER } from "@/lib/tenancy/headers";
import { decide, development, MADE_ID, summarise } from "./support";

const NETWORK_HOST = "archipelago.localhost:3000";

/** Trusted proxies, `x-forwarded-host` (null where absent), and what a request to the network host serves. */
const FORWARDED_HOST_ROWS: [number, string | null, string][] = [
  [0, "tango.archipelago.localhost", "network /network"],
  [0, "milonga.localhost", "network /network"],
  [0, "evil.example", "network /network"],
  [0, "127.0.0.1", "network /network"],
  [0, "", "network /network"],
  [1, null, "network /network"],
  [1, "", "network /network"],
  [1, "tango.archipelago.localhost", "community /tango"],
  [1, "TANGO.archipelago.localhost:443", "community /tango"],
  [1, "milonga.localhost", "community /milonga.localhost"],
  [1, "admin.archipelago.localhost", "platform /platform"],
  [1, "evil.example, tango.archipelago.localhost", "community /tango"],
  [1, "tango.archipelago.localhost,", "network /network"],
  [1, "tango.archipelago.localhost.", "308 http://tango.archipelago.localhost:3000/"],
  [1, "www.archipelago.localhost", "404 reserved"],
  [1, "127.0.0.1", "404 malformed"],
  [1, "tango.archipelago.localhost/x", "404 malformed"],
  [1, "a.tango.archipelago.localhost", "404 nested"],
  [2, "tango.archipelago.localhost", "community /tango"],
];

describe("a forwarded host counts only from a trusted proxy", () => {
  test.each(FORWARDED_HOST_ROWS)("%i trusted, x-forwarded-host %j: %s", (trustedProxies, sent, outcome) => {
    const headers: Record<string, string> = sent === null ? {} : { "x-forwarded-host": sent };
    const config = { ...development, trustedProxies };
    expect(summarise(decide({ host: NETWORK_HOST, headers, config }))).toBe(outcome);
  });

  test.each([0, 1])("Forwarded is never read (%i trusted)", (trustedProxies) => {
    const headers = { forwarded: "host=tango.archipelago.localhost;for=6.6.6.6" };
    const config = { ...development, trustedProxies };
    expect(summarise(decide({ host: NETWORK_HOST, headers, config }))).toBe("network /network");
  });

  test("Next.js is told the host that was believed, and an ordinary protocol", () => {
    const config = { ...development, trustedProxies: 1 };
    const headers = {
      "x-forwarded-host": "evil.example, Tango.archipelago.localhost:8443",
      "x-forwarded-proto": "gopher, https",
      "x-forwarded-port": "1",
    };
    const decision = decide({ headers, config });
    expect(decision.action === "rewrite" && decision.headers).toMatchObject({
      remove: expect.arrayContaining(Object.keys(headers)),
      set: { "x-forwarded-host": "tango.archipelago.localhost:8443", "x-forwarded-proto": "https" },
    });
  });

  test("a protocol that is neither http nor https is dropped", () => {
    const config = { ...development, trustedProxies: 1 };
    const decision = decide({ headers: { "x-forwarded-proto": "gopher" }, config });
    expect(decision.action === "rewrite" && decision.headers.set).not.toHaveProperty("x-forwarded-proto");
  });
});

/** Trusted proxies, `x-forwarded-for`, the socket's address, and the address believed. */
const ADDRESS_ROWS: [number, string | null, string | null, string][] = [
  [0, "6.6.6.6", null, ""],
  [0, "6.6.6.6", "192.0.2.1", "192.0.2.1"],
  [0, null, "::ffff:192.0.2.1", "192.0.2.1"],
  [0, null, "2001:db8::1", "2001:db8::1"],
  [0, null, "fe80::1%eth0", ""],
  [1, "192.0.2.7", "10.0.0.1", "192.0.2.7"],
  [1, "6.6.6.6, 192.0.2.7", "10.0.0.1", "192.0.2.7"],
  [1, "6.6.6.6,192.0.2.7:5555", null, "192.0.2.7"],
  [1, "6.6.6.6, [2001:db8::7]:5555", null, "2001:db8::7"],
  [1, "2001:DB8::7", null, "2001:db8::7"],
  [1, "6.6.6.6, unknown", "10.0.0.1", ""],
  [1, "6.6.6.6, ", "10.0.0.1", ""],
  [1, "999.1.1.1", null, ""],
  [1, null, "10.0.0.1", ""],
  [2, "6.6.6.6, 192.0.2.7, 10.0.0.2", "10.0.0.1", "192.0.2.7"],
  [2, "192.0.2.7, 10.0.0.2", "10.0.0.1", "192.0.2.7"],
  [2, "192.0.2.7", "10.0.0.1", ""],
];

describe("the client's address", () => {
  test.each(ADDRESS_ROWS)(
    "%i trusted, forwarded %j, socket %j: %j",
    (trustedProxies, sent, socket, address) => {
      const headers: Record<string, string> = sent === null ? {} : { "x-forwarded-for": sent };
      const config = { ...development, trustedProxies };
      const decision = decide({ headers, socketAddress: socket, config });
      expect(decision.action === "rewrite" && decision.headers.set[IP_HEADER]).toBe(address);
    },
  );
});

describe("the request id", () => {
  test.each<[number, string, string]>([
    [0, "abcdef12-3456", MADE_ID],
    [1, "abcdef12-3456", "abcdef12-3456"],
    [1, "abcdef1", MADE_ID],
    [1, "a".repeat(64), "a".repeat(64)],
    [1, "a".repeat(65), MADE_ID],
    [1, "abcdef12 3456", MADE_ID],
    [1, "abcdef12_3456", MADE_ID],
    [1, "abcdef12\u00e93456", MADE_ID],
  ])("%i trusted, sent %j: %s", (trustedProxies, sent, chosen) => {
    const config = { ...development, trustedProxies };
    for (const path of ["/", "/favicon.ico", "/%00"]) {
      const decision = decide({ path, headers: { [REQUEST_ID_HEADER]: sent }, config });
      expect(decision.requestId).toBe(chosen);
    }
  });
});
