import { describe, expect, it } from "vitest";
import { readPage } from "@/lib/link-cards/read-page";

const page = (html: string, contentType = "text/html") => readPage({ contentType, body: Buffer.from(html) });

describe("what a page says of itself", () => {
  it("is what it wrote for cards, else its title and description", () => {
    expect(
      page(`<title>Plain</title><meta property="og:title" content="For &amp; cards"><meta name=description content=" Two
        lines "><meta property="og:site_name" content="Site"><svg><title>Drawing</title></svg>`),
    ).toEqual({ title: "For & cards", description: "Two lines", siteName: "Site" });
    expect(page("<title>Plain</title>")).toEqual({ title: "Plain", description: "", siteName: "" });
    expect(page("<svg><title>Drawing</title></svg><p>No title</p>")).toBeNull();
  });

  it("is text: markup, controls and directions are gone or inert", () => {
    const words = page("<title>&lt;b&gt;x&lt;/b&gt; a\u202Eb\u0000c</title>");
    expect(words?.title).toMatch(/^<b>x<\/b> a b/);
    expect(words?.title).not.toContain("\u202E");
    expect(words?.title).not.toContain("\u0000");
  });

  it("is bounded, cut between characters", () => {
    const words = page(
      `<title>${"👩‍👩‍👧‍👦".repeat(500)}</title><meta name="description" content="${"a ".repeat(9000)}">`,
    );
    expect(words?.title.length).toBeLessThanOrEqual(800);
    expect(words?.title).toMatch(/^(?:👩‍👩‍👧‍👦)+…$/u);
    expect(words?.description.length).toBeLessThanOrEqual(300);
    expect(page(`${"<div>".repeat(60_000)}<title>Deep</title>`)).toBeNull();
  });

  it("is read in its own encoding, and in UTF-8 where that is unknown", () => {
    const latin = Buffer.from("<title>Caf\u00e9</title>", "latin1");
    expect(readPage({ contentType: "text/html; charset=iso-8859-1", body: latin })?.title).toBe("Café");
    const japanese = Buffer.from([
      ...Buffer.from("<meta charset=shift_jis><title>"),
      0x93,
      0xfa,
      0x96,
      0x7b,
      ...Buffer.from("</title>"),
    ]);
    expect(readPage({ contentType: "text/html", body: japanese })?.title).toBe("日本");
    expect(page("<title>Café</title>", "text/html; charset=nonsense")?.title).toBe("Café");
  });
});
