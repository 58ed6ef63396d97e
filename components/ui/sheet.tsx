"use client";

import { Dialog as Primitive } from "radix-ui";
import { Cover } from "./cover";
import type { PanelProps } from "./dialog";
import { PanelHead } from "./panel-head";
import { useReturnFocus } from "./use-return-focus";

/** A panel that comes up from the edge a thumb reaches: the switcher and long menus on a phone. */
export function Sheet(props: PanelProps) {
  const { trigger, open, onOpenChange, title, description, closeLabel, footer, children } = props;
  const giveBack = useReturnFocus(open);
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      {trigger ? <Primitive.Trigger asChild>{trigger}</Primitive.Trigger> : null}
      <Primitive.Portal>
        <Primitive.Overlay className="scrim fixed inset-0 z-50">
          <Cover />
        </Primitive.Overlay>
        <Primitive.Content
          onCloseAutoFocus={trigger ? undefined : giveBack}
          {...(description ? {} : { "aria-describedby": undefined })}
          className="sheet-in fixed inset-x-0 bottom-0 z-50 mx-auto flex max-h-[85dvh] w-full max-w-reading flex-col gap-4 rounded-t-[1rem] border border-b-0 border-line bg-surface-raised p-5 pb-[max(1.25rem,env(safe-area-inset-bottom))] shadow-float outline-none"
        >
          <PanelHead title={title} description={description} closeLabel={closeLabel} />
          <div className="-mx-2 min-h-0 overflow-y-auto px-2">{children}</div>
          {footer ? <div className="flex flex-wrap gap-3">{footer}</div> : null}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
