import { describe, expect, test } from "vitest";
import { openPage, renderLine } from "@/lib/exports/pages";
import { formatSize } from "@/lib/exports/size";
import { exportLanguage, exportText } from "@/lib/exports/texts";
import { escapeHtml } from "@/lib/markdown/plain-text";
import { exportSections, type SectionName } from "@/lib/personal-data/sections";

describe("readable pages of an export", () => {
  test("hold what people wrote as text, whatever it is", () => {
    const evil = `</p><script>alert("1")</script><img src=x onerror='x'>`;
    const page = renderLine({ title: evil, body: evil, tags: [evil], community: evil });
    expect(page).not.toMatch(/<script|<img|onerror='/);
    expect(page).toContain("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;");
    expect(openPage({ title: evil, locale: `en"><script>`, root: "" })).not.toContain("<script");
    expect(escapeHtml(`&<>"'`)).toBe("&amp;&lt;&gt;&quot;&#39;");
  });

  test("leave out what says nothing, and put prose apart from facts", () => {
    const page = renderLine({
      title: "Tides",
      body: "Low at six.",
      tags: [],
      url: null,
      note: "",
      online: false,
    });
    expect(page).toContain('<h2 dir="auto">Tides</h2>');
    expect(page).toContain('<p class="prose" dir="auto">Low at six.</p>');
    expect(page).not.toMatch(/url|note|online/);
  });

  test("let no page load anything from elsewhere, and read from right to left in Arabic", () => {
    const page = openPage({ title: "x", locale: "ar", root: "../" });
    expect(page).toContain("default-src 'none'");
    expect(page).toContain('dir="rtl"');
  });

  test("have a heading for every section in every language", () => {
    for (const locale of ["en", "es", "ar", "ja"] as const) {
      const names = [...(Object.keys(exportSections) as SectionName[]), "title" as const];
      expect(names.filter((name) => !exportText(locale, name))).toEqual([]);
    }
    expect([exportLanguage("es-MX"), exportLanguage("fr"), exportLanguage(null)]).toEqual(["es", "en", "en"]);
  });
});

test("sizes are told in steps of a thousand", () => {
  expect([0, 999, 1200, 56_000, 7_400_000].map((bytes) => formatSize(bytes, "en"))).toEqual([
    "0 byte",
    "999 byte",
    "1.2 kB",
    "56 kB",
    "7.4 MB",
  ]);
});
