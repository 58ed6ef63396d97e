import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { getTenantPage } from "@/lib/context/pages";
import { describeCommunityPage } from "@/lib/seo/metadata";
import { HomeScreen } from "../home-screen";

interface PageProps {
  params: Promise<{ tenant: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { tenant } = await getTenantPage((await params).tenant);
  const t = await getTranslations("community.nav");
  return describeCommunityPage(tenant, {
    title: t("about"),
    description: tenant.tagline,
    path: "/about",
    open: true,
  });
}

/** The community's front page, for its members too. */
export default async function AboutPage({ params }: PageProps) {
  return <HomeScreen tenant={(await params).tenant} />;
}
