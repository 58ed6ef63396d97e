import { useTranslations } from "next-intl";
import { LEAVE_KINDS, LEAVE_MODES, LEAVE_OUTCOMES, type LeaveOutcome } from "@/lib/leaving/kinds";
import type { LeavePreview } from "@/lib/leaving/schemas";

const LOOKS: Record<LeaveOutcome, string> = {
  stays: "text-ink",
  unnamed: "text-ink",
  goes: "text-danger",
  ends: "text-danger",
  handed: "text-ink-muted",
  theirs: "text-ink-muted",
  hidden: "text-ink-muted",
};

const PROFILE = { keep: "stays", anonymise: "goes", remove: "goes" } as const;

/** What one has in a community, and what each way of leaving does with it. */
export function LeaveTable({ counts }: { counts: LeavePreview["counts"] }) {
  const t = useTranslations("leaving");
  const kinds = LEAVE_KINDS.filter((kind) => counts[kind] > 0);
  return (
    <div className="grid grid-cols-1 gap-3">
      <div className="-mx-4 overflow-x-auto px-4 sm:mx-0 sm:px-0">
        <table className="w-full border-collapse text-start text-sm sm:text-[0.9375rem]">
          <caption className="sr-only">{t("table")}</caption>
          <thead>
            <tr className="border-b border-line-strong align-bottom">
              <th scope="col" className="py-2 pe-3 text-start font-medium">
                {t("what")}
              </th>
              {LEAVE_MODES.map((mode) => (
                <th key={mode} scope="col" className="px-2 py-2 text-start font-medium">
                  {t(`short.${mode}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Line label={t("profile")} outcomes={PROFILE} />
            {kinds.map((kind) => (
              <Line
                key={kind}
                label={t(`kinds.${kind}`, { count: counts[kind] })}
                outcomes={LEAVE_OUTCOMES[kind]}
              />
            ))}
          </tbody>
        </table>
      </div>
      <ul className="grid gap-1 text-sm text-ink-muted">
        {(["groups", "mentions", "answers"] as const)
          .filter((kind) => counts[kind] > 0)
          .map((kind) => (
            <li key={kind}>{t(`why.${kind}`)}</li>
          ))}
      </ul>
    </div>
  );
}

function Line({
  label,
  outcomes,
}: {
  label: string;
  outcomes: Record<"keep" | "anonymise" | "remove", LeaveOutcome>;
}) {
  const t = useTranslations("leaving");
  return (
    <tr className="border-b border-line align-top">
      <th scope="row" className="py-2.5 pe-3 text-start font-normal">
        {label}
      </th>
      {LEAVE_MODES.map((mode) => (
        <td key={mode} className={`px-2 py-2.5 ${LOOKS[outcomes[mode]]}`}>
          {t(`outcome.${outcomes[mode]}`)}
        </td>
      ))}
    </tr>
  );
}
