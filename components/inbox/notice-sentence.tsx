import { useTranslations } from "next-intl";
import { sentenceOf, tellWho } from "@/lib/inbox/rules";
import type { Notice } from "@/lib/inbox/schemas";

/** What happened, in one sentence: "Ana and 4 others replied to you". */
export function NoticeSentence({ notice }: { notice: Notice }) {
  const t = useTranslations("inbox");
  const { count, other } = notice;
  return t.rich(`kinds.${sentenceOf(notice)}`, {
    who: () => <Who notice={notice} />,
    other: () => <bdi className="font-semibold">{other?.name}</bdi>,
    count,
  });
}

function Who({ notice }: { notice: Notice }) {
  const t = useTranslations("inbox");
  const who = tellWho(notice);
  const name = (text: string) => () => <bdi className="font-semibold">{text}</bdi>;
  switch (who.form) {
    case "nobody":
      return t("who.nobody");
    case "two":
      return t.rich("who.two", { first: name(who.first), second: name(who.second) });
    case "one":
      return t.rich("who.one", { first: name(who.first) });
    default:
      return t.rich(`who.${who.form}`, { first: name(who.first), others: who.others });
  }
}
