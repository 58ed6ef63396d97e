import { parseFragment } from "parse5";
import { describe, expect, it } from "vitest";
import { xml2js } from "xml-js";
import { z } from "zod";
import { writeAtom } from "@/lib/syndication/atom";
import { lastChange, toEntries } from "@/lib/syndication/entries";
import { writeJsonFeed } from "@/lib/syndication/json-feed";
import { hostileTitles } from "../../support/hostile-titles.ts";
import { harbour, postOf } from "./examples.ts";

const hostile = toEntries(
  hostileTitles.map((title, index) => postOf(title, index + 1)),
  harbour,
);

interface Node {
  name?: string;
  text?: string;
  cdata?: string;
  attributes?: Record<string, string>;
  elements?: Node[];
}

const textOf = (node: Node | undefined): string =>
  node ? (node.text ?? node.cdata ?? (node.elements ?? []).map(textOf).join("")) : "";
const childrenOf = (node: Node | undefined, name: string) =>
  (node?.elements ?? []).filter((child) => child.name === name);

function readAtom(xml: string): Node {
  const feed = (xml2js(xml, { compact: false }) as Node).elements?.find(({ name }) => name === "feed");
  if (!feed) throw new Error("no feed");
  return feed;
}

const feedSchema = z.strictObject({
  version: z.literal("https://jsonfeed.org/version/1.1"),
  title: z.string(),
  description: z.string().optional(),
  home_page_url: z.url(),
  feed_url: z.url(),
  icon: z.url(),
  language: z.string(),
  authors: z.array(z.strictObject({ name: z.string().min(1), url: z.url() })),
  items: z.array(
    z.strictObject({
      id: z.string(),
      url: z.url(),
      title: z.string().optional(),
      summary: z.string().optional(),
      content_html: z.string(),
      date_published: z.iso.datetime(),
      date_modified: z.iso.datetime(),
      authors: z.array(z.strictObject({ name: z.string().min(1) })),
      tags: z.array(z.string()).optional(),
    }),
  ),
});

describe("Atom", () => {
  it("stays well-formed whatever titles hold, and shows them as text", () => {
    const xml = writeAtom(harbour, hostile);
    const entries = childrenOf(readAtom(xml), "entry");
    expect(entries.length).toBe(hostileTitles.length);
    for (const [index, entry] of entries.entries()) {
      const title = parseFragment(textOf(childrenOf(entry, "title")[0]));
      expect(title.childNodes.every(({ nodeName }) => nodeName === "#text")).toBe(true);
      const [text] = title.childNodes;
      expect(text && "value" in text ? text.value : "").toBe(hostile[index]?.title);
    }
    expect(xml.replace(/[\n\t]/g, "")).not.toMatch(/[\p{Cc}\ufffe\uffff]/u);
  });

  it("names types and tags of posts as categories, each in its own scheme, and in JSON as tags", () => {
    const [entry] = childrenOf(readAtom(writeAtom(harbour, hostile)), "entry");
    const categories = childrenOf(entry ?? {}, "category").map(({ attributes }) => attributes);
    expect(categories[0]).toMatchObject({ term: "question", scheme: expect.stringMatching(/\/#type$/) });
    expect(categories[1]).toMatchObject({ term: "knots" });
    expect(categories[1]).not.toHaveProperty("scheme");
    const [item] = feedSchema.parse(JSON.parse(writeJsonFeed(harbour, hostile))).items;
    expect(item?.tags?.slice(0, 2)).toEqual(["question", "knots"]);
  });

  it("has what RFC 4287 asks for", () => {
    const feed = readAtom(writeAtom(harbour, hostile));
    expect(feed.attributes?.xmlns).toBe("http://www.w3.org/2005/Atom");
    expect(textOf(childrenOf(feed, "title")[0])).toBe(harbour.name);
    const links = childrenOf(feed, "link").map(({ attributes }) => [attributes?.rel, attributes?.href]);
    expect(links).toContainEqual(["self", "http://harbour.archipelago.localhost:3000/feed.atom"]);
    for (const entry of childrenOf(feed, "entry")) {
      for (const name of ["id", "title", "updated", "author", "content", "link"]) {
        expect([name, childrenOf(entry, name).length]).toEqual([name, 1]);
      }
    }
  });

  it("says the same for the same posts, and an empty community has an empty feed", () => {
    expect(writeAtom(harbour, hostile)).toBe(writeAtom(harbour, hostile));
    expect(childrenOf(readAtom(writeAtom(harbour, [])), "entry")).toEqual([]);
    expect(writeAtom(harbour, [])).toBe(writeAtom(harbour, []));
  });
});

describe("JSON Feed", () => {
  it("is a feed of version 1.1", () => {
    const feed = feedSchema.parse(JSON.parse(writeJsonFeed(harbour, hostile)));
    expect(feed.items.map(({ title }) => title ?? "")).toEqual(hostile.map(({ title }) => title));
  });
});

describe("entries", () => {
  it("carry sanitised HTML whose addresses are absolute", () => {
    const [entry] = toEntries([postOf("Knots")], harbour);
    expect(entry?.html).toContain('href="http://harbour.archipelago.localhost:3000/p/1"');
    expect(entry?.html).toContain('src="http://harbour.archipelago.localhost:3000/media/a.png"');
    for (const { html } of hostile) expect(html).not.toMatch(/<(?:script|iframe|img src="x|style)/i);
  });

  it("leave a very long text to its page, and name an untitled post by its first words", () => {
    const [long, untitled] = toEntries(
      [postOf("Long", 1, { body: null }), postOf(null, 2, { lead: "**First** words" })],
      harbour,
    );
    expect(long?.html).toContain(`<a href="${long?.url}">`);
    expect(untitled?.title).toBe("First words");
  });

  it("know when the last of them changed", () => {
    const edited = postOf("b", 2, { edited_at: "2026-11-21T08:00:00+00:00" });
    expect(lastChange(toEntries([postOf("a"), edited], harbour))?.toISOString()).toBe(
      "2026-11-21T08:00:00.000Z",
    );
    expect(lastChange([])).toBeNull();
  });
});
