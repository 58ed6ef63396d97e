import { excerpt } from "@/lib/markdown/excerpt";
import { escapeHtml } from "@/lib/markdown/plain-text";
import { renderMarkdown } from "@/lib/markdown/render";
import type { PostType } from "@/lib/posts/limits";
import { communityUrl } from "@/lib/tenancy/links";
import type { Tenant } from "@/lib/tenants/schemas";
import { forXml } from "@/lib/text/xml";
import type { PublicPost } from "./schemas";

/** A post as any feed shows it: plain texts without control characters, and HTML with absolute addresses. */
export interface FeedEntry {
  id: string;
  url: string;
  /** Empty where the post has no title. */
  title: string;
  summary: string;
  html: string;
  author: string;
  types: PostType[];
  tags: string[];
  published: Date;
  updated: Date;
}

const SUMMARY_LENGTH = 280;
const TITLE_LENGTH = 70;

/** The origin that relative addresses in a post's text stand for. */
function originOf(tenant: Tenant): string {
  return new URL(communityUrl(tenant, "/")).origin;
}

function plain(text: string): string {
  return forXml(text).replace(/\s+/g, " ").trim();
}

function contentOf(post: PublicPost, tenant: Tenant, url: string): string {
  if (post.body !== null) {
    return forXml(renderMarkdown(post.body, { linkBase: originOf(tenant), idPrefix: `${post.id}-` }));
  }
  const link = `<p><a href="${escapeHtml(url)}">${escapeHtml(url)}</a></p>`;
  return `<p>${escapeHtml(plain(excerpt(post.lead, 600)))}</p>${link}`;
}

/** Makes entries of public posts. Deterministic: the same posts give the same texts. */
export function toEntries(posts: readonly PublicPost[], tenant: Tenant): FeedEntry[] {
  return posts.map((post) => {
    const url = communityUrl(tenant, `/p/${post.id}`);
    return {
      id: `urn:uuid:${post.id}`,
      url,
      title: plain(post.title ?? excerpt(post.lead, TITLE_LENGTH)),
      summary: plain(excerpt(post.lead, SUMMARY_LENGTH)),
      html: contentOf(post, tenant, url),
      author: plain(post.author),
      types: post.types,
      tags: post.tags.map(plain),
      published: new Date(post.created_at),
      updated: new Date(post.edited_at ?? post.created_at),
    };
  });
}

/** When the newest of the entries changed; null where there are none. */
export function lastChange(entries: readonly FeedEntry[]): Date | null {
  return entries.reduce<Date | null>((last, { updated }) => (last && last > updated ? last : updated), null);
}
