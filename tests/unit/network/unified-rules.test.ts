import { describe, expect, it } from "vitest";
import { parseSlugList, toggleSlug, whyEmpty } from "@/lib/feed/unified-rules";
import { unifiedQuerySchema } from "@/lib/feed/unified-schemas";

describe("parseSlugList", () => {
  it("reads names, each once, and nothing else", () => {
    expect(parseSlugList("tango,harbour,tango, x,<b>,")).toEqual(["tango", "harbour"]);
    expect(parseSlugList(["tango", "harbour"])).toEqual(["tango", "harbour"]);
    expect(parseSlugList(undefined)).toEqual([]);
  });

  it("stops somewhere", () => {
    expect(parseSlugList(Array.from({ length: 200 }, (_, n) => `club${n}`).join(","))).toHaveLength(60);
  });
});

describe("toggleSlug", () => {
  it("chooses, adds, leaves out and comes back to all", () => {
    expect(toggleSlug([], "tango")).toBe("/feed?c=tango");
    expect(toggleSlug(["tango"], "harbour")).toBe("/feed?c=tango,harbour");
    expect(toggleSlug(["tango", "harbour"], "tango")).toBe("/feed?c=harbour");
    expect(toggleSlug(["tango"], "tango")).toBe("/feed");
  });
});

describe("whyEmpty", () => {
  it("tells three kinds of silence apart", () => {
    expect(whyEmpty(0, [])).toBe("no_communities");
    expect(whyEmpty(3, [])).toBe("quiet");
    expect(whyEmpty(3, ["tango"])).toBe("quiet_choice");
  });
});

describe("unifiedQuerySchema", () => {
  it("reads the choice", () => {
    expect(unifiedQuerySchema.parse({ c: "tango,harbour" })).toEqual({ c: ["tango", "harbour"], limit: 20 });
  });

  it.each([{ before: "x" }, { limit: "51" }, { tenant: "x" }])("refuses %j", (query) =>
    expect(unifiedQuerySchema.safeParse(query).success).toBe(false),
  );
});
