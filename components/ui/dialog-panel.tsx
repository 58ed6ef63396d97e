"use client";

import clsx from "clsx";
import { Dialog as Primitive } from "radix-ui";
import { Cover } from "./cover";
import type { PanelProps } from "./dialog";
import { PanelHead } from "./panel-head";
import { useReturnFocus } from "./use-return-focus";

interface DialogPanelProps extends PanelProps {
  /** Fills a phone, and begins near the top of a wide page: for what one searches in. */
  tall?: boolean;
  /** The panel is gone and the focus is back. */
  onClosed?: () => void;
}

/** What `Dialog` shows. By itself for what is fetched when it is opened. */
export function DialogPanel(props: DialogPanelProps) {
  const { trigger, open, onOpenChange, onClosed, title, description, closeLabel, tall, footer } = props;
  const giveBack = useReturnFocus(open);
  const close = (event: Event) => {
    if (!trigger) giveBack(event);
    onClosed?.();
  };
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      {trigger ? <Primitive.Trigger asChild>{trigger}</Primitive.Trigger> : null}
      <Primitive.Portal>
        <Primitive.Overlay
          className={clsx(
            "scrim fixed inset-0 z-50 grid grid-cols-1 overflow-y-auto",
            tall
              ? "sm:place-items-start sm:justify-items-center sm:p-[10dvh_1rem_1rem]"
              : "place-items-center p-4",
          )}
        >
          <Cover />
          <Primitive.Content
            onCloseAutoFocus={close}
            {...(description ? {} : { "aria-describedby": undefined })}
            className={clsx(
              "float-in grid w-full grid-cols-1 border-line bg-surface-raised shadow-float outline-none sm:rounded-surface sm:border",
              tall
                ? "max-h-dvh content-start gap-3 p-4 sm:max-h-[75dvh] sm:max-w-xl"
                : "max-w-lg gap-5 rounded-surface border p-6",
            )}
          >
            <PanelHead title={title} description={description} closeLabel={closeLabel} />
            {props.children}
            {footer ? <div className="flex flex-wrap justify-end gap-3">{footer}</div> : null}
          </Primitive.Content>
        </Primitive.Overlay>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
