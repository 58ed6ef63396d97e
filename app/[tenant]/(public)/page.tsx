import { getTenantPage } from "@/lib/context/pages";

export default async function CommunityPage({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant } = await getTenantPage((await params).tenant);
  return <main id="content">{tenant.name}</main>;
}
