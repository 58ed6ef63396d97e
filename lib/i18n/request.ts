import { getRequestConfig } from "next-intl/server";
import { getRequestContext } from "@/lib/context/request-context";
import { pickLocale } from "./locales";
import { CATALOGUES } from "./messages";

/** Language and zone of a request: the person's own choice, then the community's, then ours. */
export default getRequestConfig(async () => {
  const context = await getRequestContext().catch(() => null);
  const locale = pickLocale([context?.viewer?.locale, context?.tenant?.locale]);
  return {
    locale,
    timeZone: context?.viewer?.time_zone ?? context?.tenant?.time_zone ?? "UTC",
    messages: CATALOGUES[locale],
  };
});
