import { PageDown } from "@/components/notices/page-down";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageColumn } from "./page-column";

/** Stands for a page of the network whose data cannot be read now. */
export function ColumnDown({ requestId }: { requestId: string }) {
  return (
    <PageColumn>
      <PageDown requestId={requestId} />
    </PageColumn>
  );
}

interface ColumnWithoutProps {
  title: string;
  text: string;
  href: string;
  /** Of the one way on. */
  label: string;
}

/** Stands for a page whose link does not work, or no more. */
export function ColumnWithout({ title, text, href, label }: ColumnWithoutProps) {
  return (
    <PageColumn>
      <EmptyState
        headingLevel={1}
        title={title}
        text={text}
        action={<LinkButton href={href}>{label}</LinkButton>}
      />
    </PageColumn>
  );
}
