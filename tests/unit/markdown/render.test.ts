import { describe, expect, test } from "vitest";
import { renderMarkdown } from "@/lib/markdown/render";
import { attributesOf, findActive, textsOf, visibleText } from "./inert";

describe("headings", () => {
  test("the highest heading of a body takes the level the page leaves for it", () => {
    const source = "### Notable changes\n\n#### Fixes\n\n###### Deep";
    expect(textsOf(renderMarkdown(source), "h2")).toEqual(["Notable changes"]);
    expect(textsOf(renderMarkdown(source), "h3")).toEqual(["Fixes"]);
    expect(textsOf(renderMarkdown(source, { headingStart: 4 }), "h4")).toEqual(["Notable changes"]);
    expect(textsOf(renderMarkdown(source, { headingStart: 4 }), "h6")).toEqual(["Deep"]);
  });

  test("no body contains a second title of the page", () => {
    expect(renderMarkdown("# One\n\nTwo\n===\n\n> # Three")).not.toContain("<h1");
  });

  test("links within the body find their heading, in any script", () => {
    const html = renderMarkdown("[a](#über-uns) [b](#変更点-1)\n\n# Über uns\n\n## 変更点\n\n## 変更点");
    const ids = [...attributesOf(html, "h2"), ...attributesOf(html, "h3")].map((heading) => heading.id);
    expect(ids).toEqual(["user-content-über-uns", "user-content-変更点", "user-content-変更点-1"]);
    const targets = attributesOf(html, "a").map((link) => decodeURIComponent((link.href ?? "").slice(1)));
    expect(targets).toEqual(["user-content-über-uns", "user-content-変更点-1"]);
  });

  test("two bodies on a page keep their ids apart", () => {
    const html = renderMarkdown("# One[^1]\n\n[^1]: Note", { idPrefix: "c12-" });
    expect(attributesOf(html, "h2")[0]?.id).toBe("c12-one1");
    expect(attributesOf(html, "li")[0]?.id).toBe("c12-fn1");
    expect(attributesOf(html, "a").map((link) => link.href)).toEqual(["#c12-fn1", "#c12-fnref1"]);
  });
});

describe("blocks", () => {
  test("a table can be scrolled by keyboard and has a name", () => {
    const html = renderMarkdown("| a | b |\n|:-:|--:|\n| 1 | 2 |", { labels: { table: "Tabelle" } });
    expect(attributesOf(html, "div")).toEqual([
      { class: "table-scroll", tabindex: "0", role: "group", "aria-label": "Tabelle" },
    ]);
    expect(attributesOf(html, "td").map((cell) => cell.align)).toEqual(["center", "right"]);
    expect(html).not.toContain("style");
  });

  test("task lists show their state and cannot be changed", () => {
    const html = renderMarkdown("- [ ] open\n- [x] done\n- [link](/x)\n- [ ]nothing");
    expect(attributesOf(html, "input")).toEqual([
      { type: "checkbox", disabled: "", "aria-label": "To do" },
      { type: "checkbox", disabled: "", checked: "", "aria-label": "Done" },
    ]);
  });

  test("task lists with space between their items work too", () => {
    expect(attributesOf(renderMarkdown("- [ ] open\n\n- [X] done"), "input")).toHaveLength(2);
  });

  test("code keeps its text exactly and names its language", () => {
    const code = "if (a < b && c > d) {\n\treturn '&amp;';  \n}\n\n\u3000全角\n";
    const html = renderMarkdown(`\`\`\`c++\n${code}\`\`\``);
    expect(textsOf(html, "code")).toEqual([code]);
    expect(attributesOf(html, "code")[0]?.class).toBe("language-c++");
    expect(attributesOf(html, "pre")[0]).toMatchObject({ dir: "ltr", tabindex: "0" });
  });

  test("footnotes lead there and back", () => {
    const html = renderMarkdown("Text[^a].\n\n[^a]: The note.", { labels: { backToText: "Zurück" } });
    expect(attributesOf(html, "section")[0]).toEqual({ class: "footnotes", "aria-label": "Footnotes" });
    expect(attributesOf(html, "a")[1]?.["aria-label"]).toBe("Zurück");
  });

  test("a line break breaks the line where asked to", () => {
    expect(renderMarkdown("a\nb")).not.toContain("<br");
    expect(renderMarkdown("a\nb", { breaks: true })).toContain("<br");
  });
});

describe("languages", () => {
  test("every outermost block finds its own direction", () => {
    const html = renderMarkdown("# مرحبا\n\nHello\n\n- قائمة\n  - inner\n\n> اقتباس\n\n| أ |\n|--|\n| ب |");
    for (const tag of ["h2", "p", "ul", "blockquote", "table"]) {
      expect(attributesOf(html, tag)[0]?.dir, tag).toBe("auto");
    }
    expect(attributesOf(html, "ul")[1]?.dir).toBeUndefined();
    expect(attributesOf(html, "li")[0]?.dir).toBeUndefined();
  });

  test("Japanese text is kept, emphasis included", () => {
    const html = renderMarkdown("Ruby 2.6.0に向けた**二番目**のリリース候補です。\n\n`変更`");
    expect(visibleText(html)).toContain("Ruby 2.6.0に向けた二番目のリリース候補です。");
    expect(textsOf(html, "strong")).toEqual(["二番目"]);
  });

  test("file names and addresses of people do not turn into links", () => {
    expect(renderMarkdown("main.rs, node.js, a@b.example")).not.toContain("<a");
    expect(attributesOf(renderMarkdown("https://a.example/b, www"), "a")[0]?.href).toBe(
      "https://a.example/b",
    );
  });
});

test("an id or option from elsewhere cannot bring markup in", () => {
  const html = renderMarkdown("# a", { idPrefix: 'x"><script>' });
  expect(findActive(html)).toEqual(["h2[id=x---script-a]"]);
});
