"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { ApiProblem } from "@/lib/http/fetch-json";
import { RefusedPicture } from "./shrink";

/** Why a picture did not arrive, in words; `again` where sending it once more may help. */
export interface PictureProblem {
  text: string;
  again: boolean;
}

/** Puts what went wrong with a picture into words. */
export function usePictureProblem(): (error: unknown) => PictureProblem {
  const t = useTranslations("media");
  return useCallback(
    (error) => {
      if (error instanceof RefusedPicture) return { text: t(`refused.${error.refusal}`), again: false };
      const isTold = error instanceof ApiProblem && error.code !== "offline";
      const again = !(error instanceof ApiProblem && error.code === "invalid");
      return { text: isTold ? error.message : t("notArrived"), again };
    },
    [t],
  );
}
