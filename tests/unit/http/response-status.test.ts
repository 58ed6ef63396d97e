import { describe, expect, it } from "vitest";
import { takeStatus, wantStatus } from "@/lib/http/response-status";

describe("statuses that pages ask for", () => {
  it("are taken once", () => {
    wantStatus("one", 503, { "retry-after": "5" });
    expect(takeStatus("one")).toEqual({ status: 503, headers: { "retry-after": "5" } });
    expect(takeStatus("one")).toBeUndefined();
    expect(takeStatus("never asked")).toBeUndefined();
  });

  it("stay bounded where responses never start, and the newest are kept", () => {
    for (let id = 0; id < 25_000; id += 1) wantStatus(`id ${id}`, 503);
    expect(takeStatus("id 0")).toBeUndefined();
    expect(takeStatus("id 14999")).toBeUndefined();
    expect(takeStatus("id 15000")?.status).toBe(503);
    expect(takeStatus("id 24999")?.status).toBe(503);
  });
});
