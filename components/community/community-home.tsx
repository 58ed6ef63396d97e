import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EventLine } from "@/components/events/event-line";
import { Markdown } from "@/components/markdown";
import { IslandMark } from "@/components/ui/island-mark";
import { LinkButton } from "@/components/ui/link-button";
import type { CommunityHome as Home } from "@/lib/tenants/home-schemas";
import type { Tenant } from "@/lib/tenants/schemas";
import { CommunityElsewhere } from "./community-elsewhere";
import { CommunityFacts } from "./community-facts";
import { ConnectedWith } from "./connected-with";
import { Part } from "./home-part";
import { SharesList } from "./shares-list";

interface CommunityHomeProps {
  tenant: Tenant;
  home: Home;
  viewerZone: string | null;
  /** Whether this person may write the description. */
  admin: boolean;
  /** The way in; null for members. */
  door: ReactNode;
  /** A look at the public posts, or null. */
  posts: ReactNode;
}

/** A community as it shows itself: to visitors its front page, to members "About". */
export function CommunityHome({ tenant, home, viewerZone, admin, door, posts }: CommunityHomeProps) {
  const t = useTranslations("community.home");
  const lang = tenant.locale;
  const open = home.feed !== null;
  return (
    <div className="grid grid-cols-1 gap-10">
      <Head tenant={tenant} />
      {door}
      <CommunityFacts tenant={tenant} home={home} />
      {open ? (
        <Part title={t("about")}>
          {home.description.trim() ? (
            <Markdown source={home.description} lang={lang} headingStart={3} idPrefix="about-" />
          ) : (
            <p className="text-ink-muted">{t("noDescription")}</p>
          )}
          {admin && !home.description.trim() ? (
            <p>
              <LinkButton href="/settings">{t("describe")}</LinkButton>
            </p>
          ) : null}
        </Part>
      ) : (
        <Part title={t("privateTitle")}>
          <p className="max-w-measure">{t("privateText")}</p>
        </Part>
      )}
      {home.connected && home.connected.length > 0 ? <ConnectedWith places={home.connected} /> : null}
      {home.next_event ? (
        <Part title={t("nextEvent")}>
          <EventLine event={home.next_event} viewerZone={viewerZone} lang={lang} />
          <p>
            <LinkButton href="/events" size="sm">
              {t("allEvents")}
            </LinkButton>
          </p>
        </Part>
      ) : null}
      {posts}
      {home.rules.trim() ? (
        <Part title={t("rules")} id="rules">
          <Markdown source={home.rules} lang={lang} headingStart={3} idPrefix="rules-" />
        </Part>
      ) : null}
      {door ? <SharesList /> : null}
      {tenant.privacy === "public" ? <CommunityElsewhere /> : null}
    </div>
  );
}

function Head({ tenant }: { tenant: Tenant }) {
  return (
    <div className="flex flex-wrap items-center gap-x-8 gap-y-4">
      <IslandMark id={tenant.id} logo={tenant.logo_path} variant="chart" size={128} className="rail:hidden" />
      <div className="grid min-w-0 flex-1 basis-72 gap-2" lang={tenant.locale}>
        <h1
          dir="auto"
          className="font-serif text-title-xl font-medium tracking-title [overflow-wrap:anywhere] sm:text-display"
        >
          {tenant.name}
        </h1>
        {tenant.tagline ? (
          <p dir="auto" className="text-title-sm text-ink-muted">
            {tenant.tagline}
          </p>
        ) : null}
      </div>
    </div>
  );
}
