import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalLine, canonicalManifest, FileSummary } from "@/lib/archive/canonical";
import type { Manifest } from "@/lib/archive/format";

describe("canonicalLine", () => {
  it("sorts fields, spaces separators, and escapes no more than JSON must", () => {
    const row = {
      title: 'A "b" \\ \n\t\u0001',
      body: "日本 é 😀 \u2028 </script> \u007f",
      all_day: true,
      id: null,
      tags: ["b", "a"],
    };
    expect(canonicalLine(row)).toBe(
      `{"all_day": true, "body": "日本 é 😀 \u2028 </script> \u007f", "id": null, "tags": ["b", "a"], "title": "A \\"b\\" \\\\ \\n\\t\\u0001"}\n`,
    );
  });

  it("leaves out what is undefined", () => {
    expect(canonicalLine({ b: undefined, a: 1 })).toBe('{"a": 1}\n');
  });

  it("is one line that reads back as the same row", () => {
    const value = fc.oneof(fc.string({ unit: "binary" }), fc.boolean(), fc.constant(null), fc.integer());
    const row = fc
      .dictionary(fc.string({ minLength: 1 }), value)
      .filter((fields) => !("__proto__" in fields));
    fc.assert(
      fc.property(row, (fields) => {
        const line = canonicalLine({ ...fields });
        expect(line.indexOf("\n")).toBe(line.length - 1);
        expect(JSON.parse(line)).toEqual({ ...fields });
      }),
    );
  });
});

describe("canonicalManifest", () => {
  it("is indented by two spaces and ends without a line feed", () => {
    const entry = { rows: 0, sha256: "0".repeat(64) };
    const manifest: Manifest = {
      format: "community-archive",
      version: 1,
      community: {
        slug: "ruby-ja",
        name: "Ruby 日本",
        description: "",
        locale: "ja",
        time_zone: "Asia/Tokyo",
      },
      files: { "members.jsonl": entry, "posts.jsonl": entry, "events.jsonl": entry },
    };
    const text = canonicalManifest(manifest);
    expect(text.startsWith('{\n  "format": "community-archive",\n  "version": 1,')).toBe(true);
    expect(text).toContain('"name": "Ruby 日本"');
    expect(text.endsWith("}")).toBe(true);
  });
});

describe("FileSummary", () => {
  it("counts lines and hashes their UTF-8", () => {
    const summary = new FileSummary();
    summary.add("é\n");
    summary.add("b\n");
    expect(summary.entry()).toEqual({ rows: 2, sha256: createHash("sha256").update("é\nb\n").digest("hex") });
  });
});
