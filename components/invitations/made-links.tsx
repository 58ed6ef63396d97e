"use client";

import { useTranslations } from "next-intl";
import { Moment } from "@/components/posts/moment";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { writeLinks } from "@/lib/invitations/addresses";
import type { PersonalLinks } from "@/lib/invitations/mutations";

function save(text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = "invitations.csv";
  link.click();
  URL.revokeObjectURL(url);
}

/** The links that were just made, to be carried away once, and the lines that held no address. */
export function MadeLinks({ made: { links, bad, until } }: { made: PersonalLinks }) {
  const t = useTranslations("invitations");
  return (
    <div className="grid grid-cols-1 gap-4">
      {until ? (
        <Notice
          tone="ok"
          action={
            <Button size="sm" onClick={() => save(writeLinks(links, until))}>
              {t("download")}
            </Button>
          }
        >
          {t("made", { count: links.length })} {t.rich("shownOnce", { when: () => <Moment value={until} /> })}
        </Notice>
      ) : null}
      {bad.length > 0 ? (
        <div className="grid grid-cols-1 gap-1 text-sm">
          <p className="font-medium text-danger">{t("badLines", { count: bad.length })}</p>
          <ul className="grid grid-cols-1 gap-0.5">
            {bad.map(({ line, text }) => (
              <li key={line} className="[overflow-wrap:anywhere]">
                {t.rich("badLine", { line, text: () => <bdi className="font-mono">{text}</bdi> })}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {links.length > 0 ? (
        <ul className="grid max-h-80 gap-2 overflow-y-auto text-sm">
          {links.map(({ email, url }) => (
            <li key={email} dir="ltr" className="grid [overflow-wrap:anywhere]">
              <span className="font-medium">{email}</span>
              <span className="font-mono text-xs text-ink-muted">{url}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
