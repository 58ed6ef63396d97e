import { ArrowLeft, ArrowRight } from "@/components/ui/icons";
import { LinkButton } from "./link-button";

/** The next page of a list, as a link: it works before scripts and can be shared. */
export function LoadMore({ href, label }: { href: string; label: string }) {
  return (
    <div className="flex justify-center py-6">
      <LinkButton href={href} scroll={false} rel="next">
        {label}
      </LinkButton>
    </div>
  );
}

interface PagerProps {
  /** Names the navigation. */
  label: string;
  newer?: { href: string; label: string };
  older?: { href: string; label: string };
}

/** Newer and older, for lists paged by a cursor. */
export function Pager({ label, newer, older }: PagerProps) {
  if (!newer && !older) return null;
  return (
    <nav aria-label={label} className="flex justify-between gap-3 py-6">
      {newer ? (
        <LinkButton
          href={newer.href}
          rel="prev"
          icon={<ArrowLeft aria-hidden size={18} className="rtl:-scale-x-100" />}
        >
          {newer.label}
        </LinkButton>
      ) : (
        <span />
      )}
      {older ? (
        <LinkButton href={older.href} rel="next">
          {older.label}
          <ArrowRight aria-hidden size={18} className="rtl:-scale-x-100" />
        </LinkButton>
      ) : null}
    </nav>
  );
}
