import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  NOBODY,
  requireSameViewer,
  VIEWER_FIELD,
  VIEWER_HEADER,
  viewerOfForm,
} from "@/lib/actions/same-viewer";
import { saysViewer } from "@/lib/http/sent-for";

const ana = { id: "11111111-1111-4111-8111-111111111111" };
const ben = { id: "22222222-2222-4222-8222-222222222222" };

describe("who a page was made for", () => {
  it.each([
    ["for the same person", ana.id, ana],
    ["which does not say", null, ana],
    // Whoever signed out is asked to sign in: nothing can be done as somebody else.
    ["for somebody who signed out since", ana.id, null],
    ["for a visitor, who still is one", NOBODY, null],
  ])("a page %s may ask", (_what, pageOf, viewer) => {
    expect(() => requireSameViewer(pageOf, viewer)).not.toThrow();
  });

  it.each([
    ["for somebody else", ana.id, ben],
    ["for a visitor, where somebody signed in since", NOBODY, ben],
    ["that says nothing sensible", "", ben],
  ])("a page %s may not", (_what, pageOf, viewer) => {
    expect(() => requireSameViewer(pageOf, viewer)).toThrow(
      expect.objectContaining({ code: "conflict", reason: "other_viewer" }),
    );
  });

  it("is read from a form, and from nothing else", () => {
    const form = new FormData();
    expect(viewerOfForm(form)).toBeNull();
    form.set(VIEWER_FIELD, ana.id);
    expect(viewerOfForm(form)).toBe(ana.id);
    expect(viewerOfForm({ [VIEWER_FIELD]: ana.id })).toBeNull();
    form.set(VIEWER_FIELD, new File([], "x"));
    expect(viewerOfForm(form)).toBeNull();
  });
});

describe("a page's own requests say it", () => {
  const root = { dataset: { viewer: ana.id } as Record<string, string | undefined> };
  const sent = vi.fn(async (_input: RequestInfo | URL, _init?: RequestInit) => new Response());
  const fetch = saysViewer(sent);
  const saidOf = (call: number) => new Headers(sent.mock.calls[call]?.[1]?.headers).get(VIEWER_HEADER);

  beforeEach(() => {
    vi.stubGlobal("document", { documentElement: root });
    vi.stubGlobal("window", {
      location: { href: "https://isle.example/p/1", origin: "https://isle.example" },
    });
    root.dataset.viewer = ana.id;
    sent.mockClear();
  });
  afterEach(() => vi.unstubAllGlobals());

  it("where they ask their own host for a change", async () => {
    await fetch("/p/1", { method: "POST", headers: { "next-action": "x" }, body: "[]" });
    await fetch(new Request("https://isle.example/api", { method: "PUT", headers: { accept: "x/y" } }));
    expect([saidOf(0), saidOf(1)]).toEqual([ana.id, ana.id]);
    expect(new Headers(sent.mock.calls[0]?.[1]?.headers).get("next-action")).toBe("x");
    expect(new Headers(sent.mock.calls[1]?.[1]?.headers).get("accept")).toBe("x/y");
  });

  it("but not where they read, nor to another host, nor from a page that does not know", async () => {
    await fetch("/api/v1/feed");
    await fetch("https://other.example/", { method: "POST" });
    root.dataset.viewer = undefined;
    await fetch("/p/1", { method: "POST" });
    expect(sent.mock.calls.map((_call, index) => saidOf(index))).toEqual([null, null, null]);
  });
});
