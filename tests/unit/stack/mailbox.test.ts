import { appendFile, mkdtemp, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Mailbox, mailLimit, parseMails, plainText } from "../../../supabase/local/mailbox.ts";

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), "archipelago-mailbox-"));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

describe("plainText", () => {
  it.each([
    ["paragraphs", "<p>One</p>\n<p>Two</p>", "One\n\nTwo"],
    ["line breaks", "a<br>b<br />c", "a\nb\nc"],
    ["links", '<a href="http://a.example/?x=1&amp;y=2">Open</a>', "Open: http://a.example/?x=1&y=2"],
    ["bare links", '<a href="http://a.example">http://a.example</a>', "http://a.example"],
    ["hidden parts", "<style>p { color: red }</style><title>No</title><p>Yes</p>", "Yes"],
    ["entities", "<p>a &lt;b&gt; &amp;amp; &quot;c&quot;</p>", 'a <b> &amp; "c"'],
    ["nothing", "", ""],
  ])("writes out %s", (_, html, text) => {
    expect(plainText(html)).toBe(text);
  });
});

describe("the mailbox", () => {
  it("keeps mails over a restart, newest first, by address", async () => {
    const file = path.join(dir, "one.jsonl");
    const box = await Mailbox.open(file);
    await box.add({ to: "Ana@example.com", subject: "First", html: "<p>Hello</p>" });
    await box.add({ to: "ben@example.com", subject: "Second", text: "plain" });
    const again = await Mailbox.open(file);
    expect(again.list().map((mail) => mail.subject)).toEqual(["Second", "First"]);
    expect(again.list(" ana@EXAMPLE.com").map((mail) => mail.text)).toEqual(["Hello"]);
    const [newest] = again.list();
    expect(newest && again.find(newest.id)).toEqual(newest);
    expect(again.find("unknown")).toBeUndefined();
  });

  it("keeps the newest five hundred", async () => {
    const file = path.join(dir, "many.jsonl");
    const box = await Mailbox.open(file);
    await Promise.all(
      Array.from({ length: mailLimit + 5 }, (_, index) =>
        box.add({ to: "a@example.com", subject: `${index}` }),
      ),
    );
    const kept = parseMails(await readFile(file, "utf8"));
    expect(kept).toHaveLength(mailLimit);
    expect(kept.at(-1)?.subject).toBe(String(mailLimit + 4));
  });

  it("leaves out what is not a mail", async () => {
    const file = path.join(dir, "broken.jsonl");
    const box = await Mailbox.open(file);
    await box.add({ to: "a@example.com", subject: "Whole" });
    await appendFile(file, '[]\nnull\n{"id": "half');
    expect((await Mailbox.open(file)).list().map((mail) => mail.subject)).toEqual(["Whole"]);
  });
});
