"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { buttonClasses } from "@/components/ui/button-classes";
import { CopyField } from "@/components/ui/copy-field";
import { Dialog } from "@/components/ui/dialog";
import { Download } from "@/components/ui/icons";
import { toast } from "@/components/ui/toast";
import { closeCalendarAction, openCalendarAction } from "@/lib/journeys/company-actions";
import type { JourneyPage } from "@/lib/journeys/schemas";
import { ImportCalendar } from "./import-calendar";
import { useDoing } from "./use-doing";

interface CalendarDialogProps {
  page: JourneyPage;
  onClose: () => void;
}

/** A journey in one’s own calendar: as a file, at an address of one’s own, and a calendar taken into the journey. */
export function CalendarDialog({ page, onClose }: CalendarDialogProps) {
  const t = useTranslations("journeys");
  const { journey } = page;
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t("calendar.title")}
      closeLabel={t("close")}
    >
      <div className="grid justify-items-start gap-3">
        <a
          href={`/journeys/${journey.id}/calendar.ics`}
          className={buttonClasses({ variant: "outline" })}
          download
        >
          <Download aria-hidden size={18} />
          {t("calendar.download")}
        </a>
      </div>
      <Address page={page} />
      {journey.role === "voter" ? null : <ImportCalendar journey={journey.id} onDone={onClose} />}
    </Dialog>
  );
}

function Address({ page }: { page: JourneyPage }) {
  const t = useTranslations("journeys");
  const [url, setUrl] = useState<string | null>(null);
  const { pending, run } = useDoing();
  const journey = page.journey.id;
  const open = () =>
    run(
      () => openCalendarAction({ journey }),
      (made) => setUrl(made.url),
    );
  const close = () =>
    run(
      () => closeCalendarAction({ journey }),
      () => {
        setUrl(null);
        toast.success(t("calendar.closed"));
      },
    );
  return (
    <section className="grid gap-3 border-t border-line pt-4">
      <h3 className="font-semibold">{t("calendar.subscribe")}</h3>
      <p className="text-sm text-ink-muted">{t(page.calendar ? "calendar.isOpen" : "calendar.text")}</p>
      {url ? (
        <CopyField
          name="calendar-url"
          label={t("calendar.address")}
          hint={t("calendar.addressHint")}
          value={url}
          copyLabel={t("invite.copy")}
          copied={t("calendar.copied")}
          failed={t("invite.copyFailed")}
          autoFocus
        />
      ) : null}
      <div className="flex flex-wrap gap-3">
        <Button size="sm" busy={pending} onClick={open}>
          {t(page.calendar ? "calendar.renew" : "calendar.open")}
        </Button>
        {page.calendar ? (
          <Button size="sm" variant="quiet" busy={pending} onClick={close}>
            {t("calendar.close")}
          </Button>
        ) : null}
      </div>
    </section>
  );
}
