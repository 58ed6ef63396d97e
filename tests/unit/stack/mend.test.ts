import { describe, expect, it } from "vitest";
import { isoTimestamp, parseRoleSettings, requestSettings } from "../../../supabase/local/mend.ts";
import { allowedRedirect, renderTemplate, withRedirect } from "../../../supabase/local/mend-auth.ts";
import { statusOfState } from "../../../supabase/local/mend-errors.ts";
import { folderListing, relativeSigned } from "../../../supabase/local/mend-storage.ts";

const site = "http://archipelago.localhost:3000";

describe("isoTimestamp", () => {
  it.each([
    ["2026-11-20 21:28:49.01+00", "2026-11-20T21:28:49.01+00:00"],
    ["2026-11-20 21:28:49+05:30", "2026-11-20T21:28:49+05:30"],
    ["2026-11-20 21:28:49", "2026-11-20T21:28:49"],
    ["12026-01-01 00:00:00+00", "12026-01-01T00:00:00+00:00"],
    ["infinity", "infinity"],
    ["0044-03-15 12:00:00+00 BC", "0044-03-15 12:00:00+00 BC"],
  ])("turns %s into %s", (text, iso) => {
    expect(isoTimestamp(text)).toBe(iso);
  });
});

describe("requestSettings", () => {
  const roles = parseRoleSettings([
    { rolname: "anon", rolconfig: ["statement_timeout=3s", "search_path=a=b"] },
    { rolname: "service_role", rolconfig: null },
  ]);

  it("takes the role's own settings, whole", () => {
    expect(roles.get("anon")).toEqual([
      ["statement_timeout", "3s"],
      ["search_path", "a=b"],
    ]);
  });

  it("is anon without claims of its own when nobody is named", () => {
    const settings = Object.fromEntries(requestSettings({}, roles));
    expect(settings).toMatchObject({
      role: "anon",
      statement_timeout: "3s",
      "request.jwt.claims": '{"role":"anon"}',
      "request.jwt.claim.sub": "",
    });
  });

  it("switches the role last, and always sets what an earlier request may have set", () => {
    const names = requestSettings({ auth: { role: "service_role", uid: "u", jwt: { sub: "u" } } }, roles).map(
      ([name]) => name,
    );
    expect(names.at(-1)).toBe("role");
    expect(names).toEqual(
      expect.arrayContaining([
        "request.jwt.claim.sub",
        "request.jwt.claim.role",
        "request.jwt.claims",
        "storage.operation",
      ]),
    );
  });
});

describe("where a mail leads", () => {
  it.each([
    [`${site}/join?x=1`, `${site}/join?x=1`],
    ["https://evil.example/", undefined],
    ["http://archipelago.localhost:3000.evil.example/", undefined],
    ["http://evil:evil@archipelago.localhost:3000/", undefined],
    ["http://archipelago.localhost:9999/", undefined],
    ["javascript:alert(1)", undefined],
    ["/relative", undefined],
  ])("%s is allowed as %s", (wanted, allowed) => {
    expect(allowedRedirect(`http://api/auth/v1/signup?redirect_to=${encodeURIComponent(wanted)}`, site)).toBe(
      allowed,
    );
  });

  it("escapes the target where lite wrote the site", () => {
    const html = `<a href="${site}/auth/confirm?token_hash=a&amp;type=signup&amp;next=${site}">`;
    expect(withRedirect(html, site, `${site}/a?b="c"&d`)).toContain(
      `next=${encodeURIComponent(`${site}/a?b="c"&d`)}">`,
    );
    expect(withRedirect(html, site, undefined)).toContain(`next=${encodeURIComponent(site)}">`);
  });

  it("fills a template and leaves unknown variables", () => {
    expect(renderTemplate("{{ .A }} {{.B}} {{ .C }}", { A: "1", B: "2" })).toBe("1 2 {{ .C }}");
  });
});

describe("storage", () => {
  it("drops the prefix storage-js adds itself", () => {
    expect(relativeSigned({ signedUrl: "/storage/v1/object/sign/a/b?token=c" })).toBe(
      "/object/sign/a/b?token=c",
    );
    expect(relativeSigned({ signedUrl: "" })).toBeUndefined();
    expect(relativeSigned(null)).toBeUndefined();
  });

  it("lists names in a folder and each folder once", () => {
    const file = (name: string) => ({ name, id: name });
    const listed = folderListing(
      [file("a/x.png"), file("a/b/y.png"), file("a/b/z.png"), file("ab/no.png")],
      "a",
    );
    expect(listed.map(({ name, id }) => [name, id])).toEqual([
      ["x.png", "a/x.png"],
      ["b", null],
    ]);
    expect(folderListing([file("a/x.png"), file("y.png")], "").map(({ name }) => name)).toEqual([
      "a",
      "y.png",
    ]);
  });
});

describe("statusOfState", () => {
  it.each([
    ["P0001", 400],
    ["P0002", 500],
    ["23514", 400],
    ["23505", 409],
    ["57014", 500],
    ["53300", 503],
    ["08006", 503],
    ["22P02", 400],
  ])("%s is %i", (state, status) => {
    expect(statusOfState(state)).toBe(status);
  });
});
