import { useTranslations } from "next-intl";
import { Globe, type Icon, Lock, UserRound, UsersRound } from "@/components/ui/icons";
import type { Visibility } from "@/lib/posts/limits";

/** The icon of each audience. */
export const VISIBILITY_ICONS: Record<Visibility, Icon> = {
  public: Globe,
  members: UserRound,
  group: UsersRound,
  me: Lock,
};

/** Who can see a post, as an icon and a word. */
export function VisibilityLabel({ visibility }: { visibility: Visibility }) {
  const t = useTranslations("feed");
  const Icon = VISIBILITY_ICONS[visibility];
  return (
    <span className="inline-flex items-center gap-1" title={t(`visibilityLong.${visibility}`)}>
      <Icon aria-hidden size={14} />
      {t(`visibility.${visibility}`)}
    </span>
  );
}
