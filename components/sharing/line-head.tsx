import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { IslandMark } from "@/components/ui/island-mark";
import { accentStyle } from "@/lib/branding/accent";
import { excerpt } from "@/lib/markdown/excerpt";
import type { LedgerLine } from "@/lib/sharing/schemas";
import { goPath } from "@/lib/tenants/directory-rules";

const LEAD_LENGTH = 100;

/** Which post a share is about, and its way from home to where it is read. */
export function LineHead({ line, badge }: { line: LedgerLine; badge?: ReactNode }) {
  const t = useTranslations("sharing.ledger");
  const { home, in: target, post_id, title, lead } = line;
  return (
    <div className="flex items-start gap-3">
      <IslandMark
        id={target.id}
        logo={target.logo_path}
        style={accentStyle(target.accent)}
        size={36}
        className="mt-0.5"
      />
      <div className="grid min-w-0 flex-1 gap-0.5">
        <p className="flex flex-wrap items-center gap-2">
          {/* The way leads through a hand-off to another host: a plain link. */}
          <a
            href={goPath(home.slug, `/p/${post_id}`)}
            dir="auto"
            className="min-w-0 font-medium [overflow-wrap:anywhere] hover:text-accent"
          >
            {title ?? (excerpt(lead, LEAD_LENGTH) || t("goneTitle"))}
          </a>
          {badge}
        </p>
        <p className="text-sm text-ink-muted [overflow-wrap:anywhere]">
          {t.rich("way", { home: () => <bdi>{home.name}</bdi>, name: () => <bdi>{target.name}</bdi> })}
        </p>
      </div>
    </div>
  );
}
