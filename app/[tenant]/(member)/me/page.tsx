import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/layout/page-title";
import { requireTenantPage } from "@/lib/context/pages";

interface PageProps {
  params: Promise<{ tenant: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("community.nav");
  return { title: t("me") };
}

export default async function MePage({ params }: PageProps) {
  await requireTenantPage((await params).tenant, "profile.edit");
  const t = await getTranslations("community.nav");
  return <PageTitle title={t("me")} />;
}
