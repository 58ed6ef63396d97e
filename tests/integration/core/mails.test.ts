import { describe, expect, it, vi } from "vitest";
import {
  confirmAction,
  sendMailAction,
  setPasswordAction,
  signInAction,
  signUpAction,
} from "@/lib/auth/actions";
import { parseMailTarget } from "@/lib/auth/rules";
import { createCommunity, createPerson } from "../people.ts";
import { anonClient, linkOf, mailsTo, newAddress } from "../stack/clients.ts";
import { addDomain, follow, meAt, newDomain } from "./journey.ts";
import { act, at, type Browser, network, newBrowser } from "./request.ts";

vi.mock("next/headers", async () => (await import("./request.ts")).nextHeaders);
vi.mock("next-intl/server", async () => (await import("./request.ts")).nextIntl);

const PASSWORD = "four harbours and a lamp";
const KINDS = ["signup", "again", "link", "recovery"] as const;
type Kind = (typeof KINDS)[number];

const issue = (host: string, path = "/") =>
  `/session/issue?${new URLSearchParams({ host, nonce: "0".repeat(64), path })}`;

/** Leave the network's host, or try to. */
const FOREIGN = [
  "https://evil.example/",
  "https:evil.example",
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/.//evil.example",
  "/%2e%2e//evil.example",
  "/%2F%2Fevil.example",
  "/%5Cevil.example",
  "%2F%2Fevil.example",
  "javascript:alert(1)//evil.example",
  "data:text/html,<script>alert(1)</script>",
  `${network}.evil.example/`,
  "http://archipelago.localhost.evil.example:3000/",
  `${network}@evil.example/`,
  "http://evil:evil@archipelago.localhost:3000/",
  "http://archipelago.localhost:9999/evil",
  `${network}//evil.example`,
  `${network}/\\evil.example`,
  "/x\r\nBcc: everybody@evil.example",
  "/%0d%0aSet-Cookie:evil=1",
  `/evil${"x".repeat(3_000)}`,
];

/** Stay on the network's host as they are written, and lead to nothing from there. */
const EMPTY = [
  issue("evil.example"),
  issue("archipelago.localhost.evil.example"),
  issue("archipelago.localhost:9999"),
  issue("x@evil.example"),
  issue("evil.example/x"),
  `/"><script>alert(1)</script>`,
  "/?x={{.SiteURL}}&y={{.TokenHash}}",
];

async function askFor(kind: Kind, browser: Browser, next: string, name = "Ana"): Promise<string> {
  const isKnown = kind === "link" || kind === "recovery";
  const email = isKnown ? (await createPerson("Ana")).email : newAddress();
  const send = async (run: () => Promise<unknown>) => {
    const answer = await act(browser, { url: network, headers: { "next-action": "x" } }, run);
    expect(answer, next).toEqual({ ok: true, data: { location: "/check-mail" } });
  };
  if (!isKnown)
    await send(() =>
      signUpAction({ display_name: name, email, password: PASSWORD, next: kind === "again" ? "/" : next }),
    );
  if (kind === "again") await send(() => sendMailAction({ email, kind: "signup", next }));
  if (kind === "link") await send(() => signInAction({ email, password: "", how: "link", next }));
  if (kind === "recovery") await send(() => sendMailAction({ email, kind: "recovery", next }));
  return email;
}

/** The one link of the newest mail: to the page that confirms, on the network's host. */
async function linkFor(email: string): Promise<URL> {
  const [mail] = await mailsTo(email);
  expect(mail?.html.match(/href=/g)).toHaveLength(1);
  expect(mail?.text.match(/https?:/g)).toHaveLength(1);
  const link = linkOf(mail);
  expect(`${link.origin}${link.pathname}${link.hash}`).toBe(`${network}/auth/confirm`);
  expect([...link.searchParams.keys()]).toEqual(["token_hash", "type", "next"]);
  return link;
}

/** Presses the one button of the link's page, chooses a password where it asks for one, and goes on to the end. */
async function confirm(browser: Browser, link: URL): Promise<string> {
  const headers = { "next-action": "x" };
  const answer = await act(browser, { url: network, headers }, () =>
    confirmAction({
      token_hash: link.searchParams.get("token_hash"),
      type: link.searchParams.get("type"),
      next: parseMailTarget(link.searchParams.get("next"), network),
    }),
  );
  if (!answer.ok) throw new Error(`${link}: ${answer.error.reason}`);
  let { location } = answer.data;
  if (location.startsWith("/reset-password")) {
    const { searchParams } = new URL(location, network);
    const chosen = await act(browser, { url: network, headers }, () =>
      setPasswordAction({ password: PASSWORD, next: searchParams.get("next") ?? "/" }),
    );
    if (!chosen.ok) throw new Error(`${link}: ${chosen.error.reason}`);
    location = chosen.data.location;
  }
  expect(location).toMatch(/^\/(?![/\\])/);
  const { way } = await follow(browser, new URL(location, network).href);
  return way.at(-1) ?? "";
}

describe.each(KINDS)("the mail of kind %s", (kind) => {
  it("leads to the network host alone, whatever was asked for, and so does what follows", async () => {
    await Promise.all(
      FOREIGN.map(async (next) => {
        const browser = newBrowser();
        const link = await linkFor(await askFor(kind, browser, next));
        expect(link.searchParams.get("next"), next).toBe(`${network}/`);
        expect(await confirm(browser, link), next).toBe(`${network}/`);
      }),
    );
  });

  it("carries a path that leads to nothing as mere text", async () => {
    await Promise.all(
      EMPTY.map(async (next) => {
        const browser = newBrowser();
        const link = await linkFor(await askFor(kind, browser, next));
        expect(link.searchParams.get("next"), next).toBe(new URL(next, network).href);
        expect(new URL(await confirm(browser, link)).origin, next).toBe(network);
      }),
    );
  });

  it("leads into no community that is not the person's", async () => {
    const secret = await createCommunity(await createPerson("Owner"), { privacy: "secret" });
    const domain = newDomain();
    await addDomain(secret.id, domain);
    for (const host of [`${secret.slug}.archipelago.localhost`, domain]) {
      const browser = newBrowser();
      const link = await linkFor(await askFor(kind, browser, issue(host, "/events")));
      expect([`${network}/session/none`, at(secret.slug, "/events")]).toContain(await confirm(browser, link));
      expect([...browser.jars.keys()].filter((name) => name !== new URL(network).hostname)).toEqual([]);
    }
  });

  it("leads to the very page of a community that was wanted, and signed in", async () => {
    const open = await createCommunity(await createPerson("Owner"));
    const domain = newDomain();
    await addDomain(open.id, domain);
    for (const origin of [new URL(at(open.slug)).origin, `http://${domain}:3000`]) {
      const browser = newBrowser();
      const wanted = "/events?past=1&q=a%26b";
      const { way } = await follow(
        browser,
        `${origin}/session/start?${new URLSearchParams({ path: wanted })}`,
      );
      const next = new URL(way.at(-1) ?? "").searchParams.get("next") ?? "";
      const link = await linkFor(await askFor(kind, browser, next));
      expect(await confirm(browser, link)).toBe(`${origin}${wanted}`);
      expect(await meAt(browser, `${origin}/`)).not.toBeNull();
    }
  });

  it("is not sent for a target beyond any address", async () => {
    const browser = newBrowser();
    const { email } = await createPerson("Ana");
    const next = `/${"x".repeat(5_000)}`;
    const answer = await act(browser, { url: network }, () =>
      sendMailAction({ email, kind: kind === "again" ? "signup" : kind, next }),
    );
    expect(answer).toMatchObject({ ok: false, error: { code: "invalid" } });
    expect(await mailsTo(email)).toEqual([]);
  });
});

describe("asked for past the app", () => {
  it.each(["signup", "link", "recovery"] as const)(
    "a mail of kind %s leads nowhere else either",
    async (kind) => {
      await Promise.all(
        [...FOREIGN, `${network}${issue("evil.example")}`].map(async (target) => {
          const { auth } = anonClient();
          const email = kind === "signup" ? newAddress() : (await createPerson("Ana")).email;
          const options = { emailRedirectTo: target, shouldCreateUser: false };
          if (kind === "signup") await auth.signUp({ email, password: PASSWORD, options });
          if (kind === "link") await auth.signInWithOtp({ email, options });
          if (kind === "recovery") await auth.resetPasswordForEmail(email, { redirectTo: target });
          const link = await linkFor(email);
          const next = new URL(link.searchParams.get("next") ?? "");
          expect([next.origin, next.username], target).toEqual([network, ""]);
          expect(new URL(await confirm(newBrowser(), link)).origin, target).toBe(network);
        }),
      );
    },
  );
});

describe("hostile names", () => {
  const NAMES = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "<a href='https://evil.example'>Confirm</a>",
    "https://evil.example/auth/confirm",
    "{{ .SiteURL }} {{ .TokenHash }}",
    '{{ template "x" }}{{ .Data }}',
    "a\r\nBcc: everybody@evil.example",
    "a\r\n\r\n<h1>evil</h1>",
    "Subject: evil",
    "\u202egnp.exe\u2067evil",
    "$& $1 $` $'",
    "%0d%0aBcc:evil",
  ];
  const written = async (email: string) => {
    const [mail] = await mailsTo(email);
    const { searchParams } = linkOf(mail);
    const plain = (text = "") => text.replaceAll(searchParams.get("token_hash") ?? "", "TOKEN");
    return { subject: mail?.subject, text: plain(mail?.text), html: plain(mail?.html) };
  };

  it("change no letter of any mail", async () => {
    for (const kind of ["signup", "again"] as const) {
      const plain = await written(await askFor(kind, newBrowser(), "/", "Ana"));
      await Promise.all(
        NAMES.map(async (name) =>
          expect(await written(await askFor(kind, newBrowser(), "/", name)), name).toEqual(plain),
        ),
      );
    }
  });

  it("nor where they never passed the app", async () => {
    const signUp = async (name: string) => {
      const email = newAddress();
      await anonClient().auth.signUp({
        email,
        password: PASSWORD,
        options: { data: { display_name: name } },
      });
      return [await written(email), email] as const;
    };
    const [plain] = await signUp("Ana");
    for (const name of NAMES) {
      const [mail, email] = await signUp(name);
      expect(mail, name).toEqual(plain);
      const { auth } = anonClient();
      await auth.verifyOtp({
        token_hash: linkOf((await mailsTo(email))[0]).searchParams.get("token_hash") ?? "",
        type: "signup",
      });
      await auth.signInWithOtp({ email, options: { shouldCreateUser: false } });
      expect((await written(email)).html, name).not.toMatch(/evil|script|onerror|\{\{/);
    }
  });

  it("an address that would name more than one, or a head of its own, gets no mail", async () => {
    for (const email of [
      "a@example.test\r\nBcc: b@evil.example",
      "a@example.test,b@evil.example",
      "a@example.test; b@evil.example",
      '"a\r\nBcc: b"@evil.example',
      "<script>@example.test",
      "Ana <a@example.test>",
    ]) {
      const answer = await act(newBrowser(), { url: network }, () =>
        signUpAction({ display_name: "Ana", email, password: PASSWORD, next: "/" }),
      );
      expect(answer, email).toMatchObject({ ok: false, error: { fields: { email: "email_invalid" } } });
      expect(await mailsTo(email)).toEqual([]);
    }
  });
});
