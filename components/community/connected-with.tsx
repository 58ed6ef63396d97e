import { useTranslations } from "next-intl";
import { CommunityChip } from "@/components/ui/community-chip";
import type { SharePlace } from "@/lib/sharing/schemas";
import { communityUrl } from "@/lib/tenancy/links";
import { Part } from "./home-part";

/** The communities that this one shares posts with. */
export function ConnectedWith({ places }: { places: readonly SharePlace[] }) {
  const t = useTranslations("connections.about");
  return (
    <Part title={t("title")} id="connected">
      <p className="max-w-measure text-ink-muted">{t("text")}</p>
      <ul className="flex flex-wrap gap-2">
        {places.map(({ id, name, accent, slug, logo_path }) => (
          <li key={id} className="min-w-0">
            <CommunityChip
              id={id}
              name={name}
              accent={accent}
              logo={logo_path}
              href={communityUrl({ slug })}
            />
          </li>
        ))}
      </ul>
    </Part>
  );
}
