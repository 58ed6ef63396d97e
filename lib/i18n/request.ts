import { getRequestConfig } from "next-intl/server";
import { getRequestContext } from "@/lib/context/request-context";
import { readVisitorView } from "@/lib/view/visitor-view";
import { readWishedLanguages } from "@/lib/view/wished-languages";
import { pickLocale } from "./locales";
import { CATALOGUES } from "./messages";
import { regionalTag } from "./regional";

/**
 * Language and zone of a request. The language: the person's own choice, or what a visitor chose in this browser; then
 * the community's; then the browser's; then English.
 */
export default getRequestConfig(async () => {
  const context = await getRequestContext().catch(() => null);
  const [visitor, wished] = await Promise.all([readVisitorView(), readWishedLanguages()]);
  const own = context?.viewer ? context.viewer.locale : visitor.locale;
  const language = pickLocale([own, context?.tenant?.locale, ...wished]);
  return {
    locale: regionalTag(language, wished),
    timeZone: context?.viewer?.time_zone ?? context?.tenant?.time_zone ?? "UTC",
    messages: CATALOGUES[language],
  };
});
