import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { Plus } from "@/components/ui/icons";
import { LinkButton } from "@/components/ui/link-button";
import type { DirectoryPage } from "@/lib/tenants/directory-schemas";
import { DirectoryList } from "./directory-list";
import { DirectorySearch } from "./directory-search";

interface DirectoryProps {
  page: DirectoryPage;
  query: string;
  /** Where this page begins; "" for the largest communities. */
  start?: string;
  signedIn: boolean;
}

/** Search and list of the communities that let themselves be found. */
export function Directory({ page, query, start = "", signedIn }: DirectoryProps) {
  return (
    <div className="grid gap-6">
      <DirectorySearch query={query} />
      {page.items.length === 0 ? (
        <Nothing query={query} signedIn={signedIn} />
      ) : (
        <div>
          <DirectoryList initial={page} query={query} start={start} signedIn={signedIn} />
        </div>
      )}
    </div>
  );
}

function Nothing({ query, signedIn }: { query: string; signedIn: boolean }) {
  const t = useTranslations("network");
  if (query) {
    return (
      <EmptyState
        title={t("noMatchTitle")}
        text={t("noMatchText")}
        island={query}
        headingLevel={3}
        action={<LinkButton href="/communities">{t("clearSearch")}</LinkButton>}
      />
    );
  }
  return (
    <EmptyState
      title={t("emptyTitle")}
      text={t("emptyText")}
      island="empty sea"
      headingLevel={3}
      action={
        <LinkButton
          href={signedIn ? "/communities/new" : "/sign-up?next=%2Fcommunities%2Fnew"}
          variant="primary"
          icon={<Plus aria-hidden size={18} />}
        >
          {t("heroFound")}
        </LinkButton>
      }
    />
  );
}
