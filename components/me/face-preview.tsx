import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { MemberRow } from "@/components/members/member-row";
import { Notice } from "@/components/ui/notice";
import type { Role } from "@/lib/auth/roles";
import { GUARDED_PARTS, type GuardedPart } from "@/lib/faces/limits";
import type { FaceInput } from "@/lib/faces/schemas";

const BIO_SHOWN = 280;

interface FacePreviewProps {
  /** As it stands in the form. */
  face: FaceInput;
  avatar: string | null;
  role: Role;
  lang: string;
  since: ReactNode;
}

/** How the community sees somebody, while they decide about it. */
export function FacePreview({ face, avatar, role, lang, since }: FacePreviewProps) {
  const t = useTranslations("me");
  const shown = <T,>(part: GuardedPart, value: T, none: T) =>
    face[`${part}_for`] === "members" ? value : none;
  const member = {
    name: face.display_name,
    avatar,
    role,
    status: "active",
    imported: false,
    bio: face.bio.slice(0, BIO_SHOWN),
    city: shown("city", face.city, ""),
    skills: shown("skills", face.skills, []),
    interests: shown("interests", face.interests, []),
    unlisted: false,
  } as const;
  const guarded = GUARDED_PARTS.filter(
    (part) => face[`${part}_for`] === "moderators" && face[part].length > 0,
  );
  return (
    <section aria-labelledby="preview" className="grid grid-cols-1 gap-3" aria-live="off">
      <h2 id="preview" className="font-serif text-title-sm font-medium tracking-title">
        {t("preview")}
      </h2>
      <div className="rounded-surface border border-line bg-surface-raised p-4">
        <MemberRow
          member={{ ...member, skills: [...member.skills], interests: [...member.interests] }}
          lang={lang}
          when={since}
        />
      </div>
      {guarded.length > 0 ? (
        <p className="text-sm text-ink-muted [overflow-wrap:anywhere]">
          {t("guarded")}{" "}
          {guarded.map((part) => `${t(`part.${part}`)}: ${[face[part]].flat().join(", ")}`).join(" · ")}
        </p>
      ) : null}
      {face.listed ? (
        <p className="text-sm text-ink-muted">{t("previewNote")}</p>
      ) : (
        <Notice>{t("unlistedNote")}</Notice>
      )}
    </section>
  );
}
