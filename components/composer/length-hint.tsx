"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";
import { countCharacters } from "@/lib/text/characters";

const NEAR = 0.9;

/** How much room is left, once it gets tight. */
export function LengthHint({ text, max }: { text: string; max: number }) {
  const t = useTranslations("post.compose");
  // A text has never more characters than units, so most need no counting.
  if (text.length < max * NEAR) return null;
  const left = max - countCharacters(text);
  if (left > max * (1 - NEAR)) return null;
  return (
    <p
      role="status"
      data-figures
      className={clsx("text-sm", left < 0 ? "font-medium text-danger" : "text-ink-muted")}
    >
      {left < 0 ? t("over", { count: -left }) : t("left", { count: left })}
    </p>
  );
}
