import { useTranslations } from "next-intl";
import { buttonClasses } from "@/components/ui/button-classes";
import { Part } from "./home-part";

const FILES = { atom: "/feed.atom", json: "/feed.json", calendar: "/events.ics" } as const;

/** Where what is public here can be followed from outside. */
export function CommunityElsewhere() {
  const t = useTranslations("community.home.elsewhere");
  return (
    <Part title={t("title")} id="elsewhere">
      <p className="max-w-measure text-ink-muted">{t("text")}</p>
      <ul className="flex flex-wrap gap-2">
        {(["atom", "json", "calendar"] as const).map((name) => (
          <li key={name}>
            <a href={FILES[name]} className={buttonClasses({ variant: "outline", size: "sm" })}>
              {t(name)}
            </a>
          </li>
        ))}
      </ul>
    </Part>
  );
}
