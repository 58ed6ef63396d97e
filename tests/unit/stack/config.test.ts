import { readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { authConfig } from "../../../supabase/local/api.ts";
import { projectRoot } from "../../../supabase/local/paths.ts";

const siteUrl = "http://archipelago.localhost:3000";
const config = await readFile(path.join(projectRoot, "supabase/config.toml"), "utf8");

function section(name: string): Map<string, string> {
  const body = config.split(`\n[${name}]\n`)[1]?.split("\n[")[0] ?? "";
  const entries = body.split("\n").flatMap((line): [string, string][] => {
    const match = /^(\w+) = (.*)$/.exec(line);
    return match?.[1] && match[2] ? [[match[1], match[2]]] : [];
  });
  return new Map(entries);
}

describe("the full Supabase and the embedded stack", () => {
  const auth = authConfig(siteUrl, { jwtSecret: "s", publishableKey: "p", secretKey: "k" });

  it("have the same settings of Auth", () => {
    const scalars = (value: object) =>
      Object.entries(value).filter(([, entry]) => typeof entry !== "object" || Array.isArray(entry));
    const own = new Set(["enabled", "jwt_secret", "publishable_key", "secret_key"]);
    for (const [name, value] of scalars(auth).filter(([key]) => !own.has(key))) {
      expect([name, section("auth").get(name)]).toEqual([name, JSON.stringify(value)]);
    }
    for (const [name, value] of scalars(auth.email)) {
      expect([name, section("auth.email").get(name)]).toEqual([name, JSON.stringify(value)]);
    }
  });

  it("send the same mails", () => {
    for (const [name, template] of Object.entries(auth.email.template)) {
      const written = section(`auth.email.template.${name}`);
      expect(written.get("subject")).toBe(JSON.stringify(template.subject));
      const file = path.join(projectRoot, JSON.parse(written.get("content_path") ?? '""'));
      expect(file).toBe(template.content_path);
    }
  });

  it.each(["confirmation", "magic-link", "recovery", "email-change"])(
    "confirm at the network host: %s",
    async (name) => {
      const html = await readFile(path.join(projectRoot, `supabase/templates/${name}.html`), "utf8");
      expect(html).toContain('href="{{ .SiteURL }}/auth/confirm?token_hash={{ .TokenHash }}&amp;type=');
      expect(html).toContain('&amp;next={{ .RedirectTo }}"');
      // Only what every Supabase fills in the same way, and nothing a person can write.
      expect(new Set(html.match(/\{\{[^}]*\}\}/g))).toEqual(
        new Set(["{{ .SiteURL }}", "{{ .TokenHash }}", "{{ .RedirectTo }}"]),
      );
    },
  );
});
