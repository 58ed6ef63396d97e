"use client";

import { Dialog as Primitive } from "radix-ui";
import type { PanelProps } from "./dialog";
import { PanelHead } from "./panel-head";
import { useReturnFocus } from "./use-return-focus";

/** What `Dialog` shows. */
export function DialogPanel(props: PanelProps) {
  const { trigger, open, onOpenChange, title, description, closeLabel, footer, children } = props;
  const giveBack = useReturnFocus(open);
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      {trigger ? <Primitive.Trigger asChild>{trigger}</Primitive.Trigger> : null}
      <Primitive.Portal>
        <Primitive.Overlay className="scrim fixed inset-0 z-50 grid place-items-center overflow-y-auto bg-scrim p-4">
          <Primitive.Content
            onCloseAutoFocus={trigger ? undefined : giveBack}
            {...(description ? {} : { "aria-describedby": undefined })}
            className="float-in grid w-full max-w-lg gap-5 rounded-surface border border-line bg-surface-raised p-6 shadow-float outline-none"
          >
            <PanelHead title={title} description={description} closeLabel={closeLabel} />
            {children}
            {footer ? <div className="flex flex-wrap justify-end gap-3">{footer}</div> : null}
          </Primitive.Content>
        </Primitive.Overlay>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
