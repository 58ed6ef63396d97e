import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import { parseAcceptLanguage } from "@/lib/i18n/accept-language";

/** Languages that the browser of this request asks for, the most wanted first. */
export const readWishedLanguages = cache(async () =>
  parseAcceptLanguage((await headers()).get("accept-language")),
);
