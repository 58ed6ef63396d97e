import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { EmptyFeed } from "@/lib/feed/unified-rules";

const WORDS = {
  no_communities: {
    title: "feedNoneTitle",
    text: "feedNoneText",
    action: "feedNoneAction",
    href: "/communities",
  },
  quiet: { title: "feedQuietTitle", text: "feedQuietText", action: "feedNoneAction", href: "/communities" },
  quiet_choice: {
    title: "feedQuietChosenTitle",
    text: "feedQuietChosenText",
    action: "feedShowAll",
    href: "/feed",
  },
} as const;

/** Why there is nothing to read, and the way on. */
export function FeedEmpty({ why }: { why: EmptyFeed }) {
  const t = useTranslations("network");
  const { title, text, action, href } = WORDS[why];
  return (
    <EmptyState
      title={t(title)}
      text={t(text)}
      island={why}
      action={
        <LinkButton href={href} variant={why === "no_communities" ? "primary" : "outline"}>
          {t(action)}
        </LinkButton>
      }
    />
  );
}
