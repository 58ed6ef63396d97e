"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ActivityChanges } from "@/lib/journeys/inputs";
import type { Unsaved } from "@/lib/journeys/unsaved";
import { useFieldTelling } from "./use-field-telling";
import { focusActivity } from "./use-moving";
import type { Planner } from "./use-planner";
import { useTelling } from "./use-telling";
import { Values } from "./values";

/** What could not be saved, to read, to try again and to let go. */
export function UnsavedNotices({ planner }: { planner: Planner }) {
  return planner.unsaved.size > 0 ? (
    <div className="mb-6 grid grid-cols-1 gap-3 print:hidden">
      {[...planner.unsaved.values()].map((one) => (
        <UnsavedNotice key={one.base.id} planner={planner} unsaved={one} />
      ))}
    </div>
  ) : null;
}

function UnsavedNotice({ planner, unsaved }: { planner: Planner; unsaved: Unsaved }) {
  const t = useTranslations("journeys");
  const { base, changes, removed } = unsaved;
  const title = useTelling().title(base);
  const fields = useFieldTelling();
  const choices: ActivityChanges[] = Object.entries(changes).map(([field, value]) => ({ [field]: value }));
  const tryAgain = async () => {
    await planner.retry(base.id);
    focusActivity(base.id);
  };
  return (
    <Notice
      tone="warn"
      title={t(removed ? "unsaved.removed" : "unsaved.failed", { title })}
      action={
        <div className="flex flex-wrap gap-2">
          <Button size="sm" variant="primary" onClick={() => void tryAgain()}>
            {t(removed ? "unsaved.putBack" : "unsaved.retry")}
          </Button>
          <Button size="sm" onClick={() => planner.letGo(base.id)}>
            {t("unsaved.letGo")}
          </Button>
        </div>
      }
    >
      <details>
        <summary className="min-h-6 cursor-pointer pointer-coarse:min-h-11">{t("unsaved.what")}</summary>
        <Values
          of={choices.map((choice) => ({ label: fields.label(choice), value: fields.value(choice) }))}
        />
      </details>
    </Notice>
  );
}
