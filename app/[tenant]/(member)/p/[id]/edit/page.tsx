import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { EditPostForm } from "@/components/composer/edit-post-form";
import { PageTitle } from "@/components/layout/page-title";
import { PageDown } from "@/components/notices/page-down";
import { Messages } from "@/components/providers/messages";
import { unlessDown } from "@/lib/context/outage";
import { requireTenantPage } from "@/lib/context/pages";
import { findPost } from "@/lib/posts/queries";
import { formatTags } from "@/lib/posts/tags";

interface PageProps {
  params: Promise<{ tenant: string; id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("post.edit");
  return { title: t("title"), robots: { index: false } };
}

/** Where an author changes a post. For everybody else it is not there. */
export default async function EditPostPage({ params }: PageProps) {
  const { tenant: param, id } = await params;
  await requireTenantPage(param, "post.edit");
  if (!z.uuid().safeParse(id).success) notFound();
  const loaded = await unlessDown(() => findPost(id, { limit: 1 }));
  if (!loaded.up) return <PageDown requestId={loaded.requestId} />;
  const found = loaded.value;
  if (found?.state !== "visible" || !found.post.mine) notFound();
  const { post } = found;
  const t = await getTranslations("post.edit");
  return (
    <>
      <PageTitle title={t("title")} />
      <Messages of={["editPost", "editing", "postFields", "writing", "sending"]}>
        <EditPostForm
          postId={post.id}
          version={post.version}
          group={post.visibility === "group"}
          words={{
            title: post.title ?? "",
            body: post.body,
            tags: formatTags(post.tags),
            kind: post.kind,
            visibility: post.visibility,
          }}
        />
      </Messages>
    </>
  );
}
