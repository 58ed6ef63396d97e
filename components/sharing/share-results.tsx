"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { isObstacle } from "@/lib/sharing/rules";
import type { ShareChoices, ShareResult } from "@/lib/sharing/schemas";
import { goPath } from "@/lib/tenants/directory-rules";

interface ShareResultsProps {
  results: readonly ShareResult[];
  choices: ShareChoices;
}

/** What became of a share in each community that was chosen. */
export function ShareResults({ results, choices }: ShareResultsProps) {
  return results.map((result) => <Result key={result.target} result={result} choices={choices} />);
}

function Result({ result, choices }: { result: ShareResult; choices: ShareChoices }) {
  const t = useTranslations("sharing");
  const target = choices.communities.find(({ id }) => id === result.target);
  const [home, name, author] = [choices.home.name, target?.name ?? "", choices.author];
  if ("refused" in result) {
    const { reason, message } = result.refused;
    return (
      <Notice tone="danger" title={t("result.refused", { name })}>
        {isObstacle(reason) ? t(`obstacles.${reason}`, { home, name }) : message}
      </Notice>
    );
  }
  if (result.state !== "active") {
    const key = result.state === "waiting" ? "waiting" : "asked";
    return (
      <Notice tone="info" title={t(`result.${key}`, { name, author })}>
        {t("result.before", { name })}
      </Notice>
    );
  }
  return (
    <Notice
      tone="ok"
      title={t("result.active", { name })}
      action={
        target ? (
          <a
            href={goPath(target.slug, `/shared/${result.id}`)}
            className="font-medium text-accent underline underline-offset-4"
          >
            {t("form.open")}
          </a>
        ) : null
      }
    >
      {t("result.takeBack")}
    </Notice>
  );
}
