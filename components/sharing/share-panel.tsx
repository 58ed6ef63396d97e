import { useTranslations } from "next-intl";
import { Messages } from "@/components/providers/messages";
import { ChevronDown } from "@/components/ui/icons";
import type { SharePanel as Shares } from "@/lib/sharing/schemas";
import { ShareLine } from "./share-line";

/** Where a post stands in other communities: for its author and who looks after its home. Nothing where it stands nowhere. */
export function SharePanel({ shares, now }: { shares: Shares; now: number }) {
  const t = useTranslations("sharing.panel");
  if (shares.length === 0) return null;
  return (
    <details
      id="shares"
      className="rounded-surface border border-line [&:not([open])>summary>svg]:-rotate-90 rtl:[&:not([open])>summary>svg]:rotate-90"
    >
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 px-4 py-2 font-medium [&::-webkit-details-marker]:hidden">
        <ChevronDown aria-hidden size={18} className="shrink-0 text-ink-muted" />
        <h2 className="text-[0.9375rem]">{t("title", { count: shares.length })}</h2>
      </summary>
      <Messages of={["form", "revoke"]}>
        <ul className="divide-y divide-line border-t border-line px-4">
          {shares.map((share) => (
            <ShareLine key={share.id} share={share} now={now} />
          ))}
        </ul>
      </Messages>
    </details>
  );
}
