import { notFound, redirect } from "next/navigation";
import { requireNetworkPage } from "@/lib/context/pages";
import { isUuid } from "@/lib/ids/uuid";
import { openNotice } from "@/lib/inbox/mutations";

/** Opens what a notification is about, which is read from then on. */
export default async function OpenNoticePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  if (!isUuid(id)) notFound();
  const ctx = await requireNetworkPage();
  redirect((await openNotice(ctx, id)) ?? "/inbox?gone");
}
