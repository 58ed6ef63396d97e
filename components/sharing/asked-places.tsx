import { useTranslations } from "next-intl";
import { IslandMark } from "@/components/ui/island-mark";
import { accentStyle } from "@/lib/branding/accent";
import type { ShareTarget } from "@/lib/sharing/schemas";
import { RevokeShare } from "./revoke-share";

interface AskedPlacesProps {
  targets: readonly ShareTarget[];
  /** The post's home, where one wrote it. */
  home: string | null;
}

/** Communities into which I asked to bring a post, and which nobody has let it into: I can take that back. */
export function AskedPlaces({ targets, home }: AskedPlacesProps) {
  const t = useTranslations("sharing.form");
  return (
    <section aria-labelledby="asked-places" className="grid grid-cols-1 gap-2">
      <h2 id="asked-places" className="text-sm font-medium">
        {t("askedPlaces")}
      </h2>
      <ul className="grid grid-cols-1 border-t border-line">
        {targets.map(({ id, name, accent, logo_path, share }) =>
          share ? (
            <li key={id} className="flex items-start gap-3 border-b border-line py-3">
              <div className="grid min-w-0 flex-1 grid-cols-1 gap-2">
                <p className="font-medium">
                  <bdi className="[overflow-wrap:anywhere]">{name}</bdi>
                </p>
                <p className="text-sm text-ink-muted">{t(share.state === "waiting" ? "waiting" : "asked")}</p>
                <RevokeShare question share={share.id} as={home ?? id} from={name} />
              </div>
              <IslandMark id={id} logo={logo_path} style={accentStyle(accent)} size={32} />
            </li>
          ) : null,
        )}
      </ul>
    </section>
  );
}
