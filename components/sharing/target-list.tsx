"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldError } from "@/components/ui/field";
import { IslandMark } from "@/components/ui/island-mark";
import { accentStyle } from "@/lib/branding/accent";
import { canChoose } from "@/lib/sharing/rules";
import type { ShareTarget } from "@/lib/sharing/schemas";
import { goPath } from "@/lib/tenants/directory-rules";

interface TargetListProps {
  /** Name of the post's home. */
  home: string;
  targets: readonly ShareTarget[];
  /** Whether one wrote the post. */
  mine: boolean;
  chosen: readonly string[];
  error?: string;
}

/** One's other communities: who would read the post there, or what stands in the way. */
export function TargetList({ home, targets, mine, chosen, error }: TargetListProps) {
  const t = useTranslations("sharing.form");
  const open = targets.filter((target) => canChoose(target, mine));
  const closed = targets.filter((target) => !canChoose(target, mine));
  return (
    <fieldset id="field-target" className="grid grid-cols-1 gap-2">
      <legend className="mb-1 text-sm font-medium">{t("targets")}</legend>
      {error ? <FieldError>{error}</FieldError> : null}
      <ul className="grid grid-cols-1 border-t border-line">
        {open.map((target) => (
          <Row key={target.id} target={target}>
            <Checkbox
              id={`field-target-${target.id}`}
              name="target"
              value={target.id}
              defaultChecked={chosen.includes(target.id)}
              label={<bdi className="font-medium">{target.name}</bdi>}
              hint={<Readers target={target} />}
            />
          </Row>
        ))}
        {closed.map((target) => (
          <Row key={target.id} target={target}>
            <div className={open.length > 0 ? "grid gap-0.5 ps-8" : "grid gap-0.5"}>
              <p className="flex flex-wrap items-center gap-x-2 leading-6 text-ink-muted">
                <bdi className="[overflow-wrap:anywhere]">{target.name}</bdi>
              </p>
              <p className="text-sm text-ink-muted">
                <WhyNot home={home} target={target} />
              </p>
            </div>
          </Row>
        ))}
      </ul>
    </fieldset>
  );
}

function Row({ target, children }: { target: ShareTarget; children: ReactNode }) {
  return (
    <li className="flex items-start gap-3 border-b border-line py-3">
      <div className="min-w-0 flex-1">{children}</div>
      <IslandMark id={target.id} logo={target.logo_path} style={accentStyle(target.accent)} size={32} />
    </li>
  );
}

/** Who will be able to read it, and who looks at it before. */
function Readers({ target }: { target: ShareTarget }) {
  const t = useTranslations("sharing.form");
  const most = target.scopes.at(-1);
  return (
    <span className="grid gap-0.5">
      <span data-figures>{t("readers", { count: target.members })}</span>
      {target.review ? <span>{t("review")}</span> : null}
      {most === "view" || most === "comment" ? <span>{t(`most.${most}`)}</span> : null}
      {target.share ? <span className="text-accent">{t("askedMine")}</span> : null}
    </span>
  );
}

function WhyNot({ home, target }: { home: string; target: ShareTarget }) {
  const t = useTranslations("sharing");
  const { share, obstacle, slug, name } = target;
  if (!share) return obstacle ? t(`obstacles.${obstacle}`, { home, name }) : null;
  if (share.state !== "active") return t(share.state === "waiting" ? "form.waiting" : "form.asked");
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      <Badge tone="ok">{t("form.stands")}</Badge>
      {t(`form.standsAs.${share.scope}`)}
      {/* The way leads through a hand-off to another host: a plain link. */}
      <a href={goPath(slug, `/shared/${share.id}`)} className="underline underline-offset-4 hover:text-ink">
        {t("form.open")}
      </a>
    </span>
  );
}
