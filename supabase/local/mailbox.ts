import { randomUUID } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";

/** One mail caught in development. `sentAt` is ISO 8601 in UTC. */
export type Mail = { id: string; to: string; subject: string; text: string; html: string; sentAt: string };

/** The newest mails kept. */
export const mailLimit = 500;

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", nbsp: " " };

function decode(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (whole, name: string) => entities[name] ?? whole);
}

/** Readable plain text of a mail's HTML: paragraphs kept apart, links written out. Pure. */
export function plainText(html: string): string {
  const body = html
    .replace(/<(head|style|script|title)\b[\s\S]*?<\/\1>/gi, "")
    .replace(/\s+/g, " ")
    .replace(/<a\b[^>]*\bhref="([^"]*)"[^>]*>([\s\S]*?)<\/a>/gi, (_, href: string, label: string) => {
      return label.trim() === href ? href : `${label.trim()}: ${href}`;
    })
    .replace(/<br\s*\/?>/gi, "\n")
    .replace(/<\/(p|div|h[1-6]|li|tr|table)>/gi, "\n\n")
    .replace(/<[^>]*>/g, "");
  return decode(body)
    .split("\n")
    .map((line) => line.trim())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** Parses kept mails, oldest first; a line that is not one (a half-written last line) is left out. Pure. */
export function parseMails(text: string): Mail[] {
  return text.split("\n").flatMap((line) => {
    try {
      const value: unknown = JSON.parse(line);
      const mail = value as Mail;
      return typeof value === "object" &&
        value !== null &&
        typeof mail.id === "string" &&
        typeof mail.to === "string"
        ? [mail]
        : [];
    } catch {
      return [];
    }
  });
}

/** Development mailbox: what the stack would have sent, in memory and in a file of JSON lines. */
export class Mailbox {
  private constructor(
    private readonly file: string,
    private mails: Mail[],
  ) {}

  private writing: Promise<void> = Promise.resolve();

  /** Opens the mailbox kept in `file`, which need not exist. */
  static async open(file: string): Promise<Mailbox> {
    const text = await readFile(file, "utf8").catch(() => "");
    return new Mailbox(file, parseMails(text).slice(-mailLimit));
  }

  /** Keeps a mail; settles when it is on disk. The text is made from the HTML where there is HTML. */
  async add(message: { to: string; subject: string; text?: string; html?: string }): Promise<Mail> {
    const html = message.html ?? "";
    const mail: Mail = {
      id: randomUUID(),
      to: message.to,
      subject: message.subject,
      text: html ? plainText(html) : (message.text ?? ""),
      html,
      sentAt: new Date().toISOString(),
    };
    this.mails = [...this.mails, mail].slice(-mailLimit);
    this.writing = this.writing.then(() => this.save());
    await this.writing;
    return mail;
  }

  /** Newest first; with `to`, only mails to that address, whatever its case. */
  list(to?: string): Mail[] {
    const wanted = to?.trim().toLowerCase();
    const found = wanted ? this.mails.filter((mail) => mail.to.toLowerCase() === wanted) : this.mails;
    return [...found].reverse();
  }

  /** The mail with this id, if it is still kept. */
  find(id: string): Mail | undefined {
    return this.mails.find((mail) => mail.id === id);
  }

  private async save(): Promise<void> {
    const draft = `${this.file}.new`;
    await writeFile(draft, this.mails.map((mail) => `${JSON.stringify(mail)}\n`).join(""), { mode: 0o600 });
    await rename(draft, this.file);
  }
}
