import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { AuthorLine } from "@/components/posts/author-line";
import { LOCALES } from "@/lib/i18n/locales";
import { CATALOGUES } from "@/lib/i18n/messages";

const WRITTEN = "2026-11-20T10:00:00.000Z";
const FORMER = { en: "Former member", es: "Antiguo miembro", ja: "元メンバー", ar: "عضو سابق" } as const;

describe.each(LOCALES)("who wrote something and left, in %s", (locale) => {
  const messages = CATALOGUES[locale];
  const line = (name: string, gone = true) => {
    const author = {
      id: "0197a000-0000-7000-8000-000000000001",
      name,
      avatar: null,
      role: "member",
      gone,
    } as const;
    const html = renderToStaticMarkup(
      <NextIntlClientProvider locale={locale} messages={messages} timeZone="UTC">
        <AuthorLine author={author} createdAt={WRITTEN} editedAt={null} now={Date.parse(WRITTEN)} />
      </NextIntlClientProvider>,
    );
    const head = /<p[^>]*>(.*?)<\/p>/s.exec(html)?.[1] ?? "";
    return head
      .replaceAll(/<[^>]*>/g, " ")
      .replaceAll(/\s+/g, " ")
      .trim();
  };

  test("a name is followed by the word that they are gone, once", () => {
    expect(line("Ana")).toBe(`Ana ${messages.feed.formerMember}`);
    expect(line("Ana", false)).toBe("Ana");
  });

  test("the name of those who left without theirs says it alone", () => {
    expect(line(FORMER[locale])).toBe(FORMER[locale]);
  });
});
