import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderMarkdown } from "@/lib/markdown/render";
import { hostileTexts } from "../../support/hostile";
import { attributesOf, findActive, visibleText } from "./inert";

describe("what counts as active", () => {
  test.each([
    "<script>1</script>",
    "<p onclick=x>y</p>",
    "<a href=' javascript:x'>y</a>",
    "<a href='//evil.example'>y</a>",
    "<img src='http://a.example/x.png'>",
    "<p style='color:red'>y</p>",
    "<svg></svg>",
    "<p id=main>y</p>",
    "<p class=admin>y</p>",
    "<!-- x -->",
    "</main><iframe></iframe>",
  ])("%s is found", (html) => {
    expect(findActive(html)).not.toEqual([]);
  });
});

describe("hostile text stays inert", () => {
  test("the corpus has more than 200 texts, all different", () => {
    expect(new Set(hostileTexts).size).toBe(hostileTexts.length);
    expect(hostileTexts.length).toBeGreaterThanOrEqual(200);
  });

  test.each(hostileTexts.map((text) => [text]))("%j", (text) => {
    expect(findActive(renderMarkdown(text))).toEqual([]);
  });

  test.each(hostileTexts.map((text) => [text]))("%j with breaks, on another site, inside a list", (text) => {
    const nested = `- item\n\n${text.replace(/^/gm, "  ")}\n`;
    const html = renderMarkdown(nested, {
      breaks: true,
      linkBase: "https://rust.example.org",
      headingStart: 4,
    });
    expect(findActive(html)).toEqual([]);
  });

  test("pairs of hostile texts stay inert together", () => {
    const part = fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: "grapheme" }));
    const text = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, (source) => findActive(renderMarkdown(source)).length === 0),
      { numRuns: 400 },
    );
  });
});

describe("HTML in Markdown shows as text", () => {
  test.each(["<script>alert(1)</script>", "<b onclick=x>bold</b>", "<!-- note -->", "<img src=x onerror=y>"])(
    "%s",
    (source) => {
      expect(visibleText(renderMarkdown(source))).toContain(source);
      expect(visibleText(renderMarkdown(`before ${source} after`))).toContain(`before ${source} after`);
    },
  );
});

describe("links and images", () => {
  test("links to other sites say that a member wrote them", () => {
    const [link] = attributesOf(renderMarkdown("[x](https://a.example/y)"), "a");
    expect(link).toEqual({ href: "https://a.example/y", rel: "nofollow ugc noopener" });
  });

  test("names and passwords are taken out of addresses", () => {
    expect(attributesOf(renderMarkdown("[x](https://bank.example@evil.example/)"), "a")[0]?.href).toBe(
      "https://evil.example/",
    );
  });

  test("a path cannot become another host", () => {
    const links = attributesOf(renderMarkdown("[x](/.//evil.example) [y](/posts/1?a=1#c)"), "a");
    expect(links.map((link) => link.href)).toEqual(["/evil.example", "/posts/1?a=1#c"]);
  });

  test("paths resolve against the community's own site where the reader is elsewhere", () => {
    const html = renderMarkdown("[x](/posts/1) ![y](/media/z.png)", { linkBase: "https://rust.example.org" });
    expect(attributesOf(html, "a")[0]?.href).toBe("https://rust.example.org/posts/1");
    expect(attributesOf(html, "img")[0]?.src).toBe("https://rust.example.org/media/z.png");
  });

  test("images of this site load late and without telling where from", () => {
    expect(attributesOf(renderMarkdown("![alt](/media/y.png)"), "img")[0]).toEqual({
      src: "/media/y.png",
      alt: "alt",
      loading: "lazy",
      decoding: "async",
      referrerpolicy: "no-referrer",
    });
  });

  test("a picture on another server becomes a link, other addresses leave the alternative text", () => {
    const html = renderMarkdown(
      "![seen](http://a.example/y.png) ![also](https://b.example/z.png) ![told](y.png)",
    );
    expect(attributesOf(html, "img")).toEqual([]);
    expect(attributesOf(html, "a").map((link) => link.href)).toEqual([
      "http://a.example/y.png",
      "https://b.example/z.png",
    ]);
    expect(visibleText(html).trim()).toBe("seen also told");
  });
});
