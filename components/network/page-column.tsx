import type { ReactNode } from "react";

const WIDTHS = { reading: "max-w-reading", wide: "max-w-page" } as const;

/** The content of a page between head and foot. `wide` for directories and tables. */
export function PageColumn({
  width = "reading",
  children,
}: {
  width?: keyof typeof WIDTHS;
  children: ReactNode;
}) {
  return (
    <main
      id="content"
      tabIndex={-1}
      className={`mx-auto w-full px-4 pt-6 outline-none sm:px-6 rail:pt-8 ${WIDTHS[width]}`}
    >
      {children}
    </main>
  );
}
