import { formatMoment } from "@/lib/format/time";
import { homeTag } from "@/lib/i18n/regional";
import "server-only";
import { z } from "zod";
import type { VisitorContext } from "@/lib/actions/contexts";
import { NETWORK_ACCENT } from "@/lib/branding/palette";
import { readHostConfig } from "@/lib/env/hosts";
import { AppError } from "@/lib/errors/app-error";
import { placeOf } from "@/lib/events/places";
import { getPublicEvents } from "@/lib/events/public-queries";
import { excerpt } from "@/lib/markdown/excerpt";
import { unwrapAs } from "@/lib/supabase/result";
import { communityUrl, networkUrl } from "@/lib/tenancy/links";
import type { Tenant } from "@/lib/tenants/schemas";
import type { Picture } from "./picture";

const UNTITLED_LENGTH = 140;

const publicPostSchema = z
  .object({ title: z.string().nullable(), lead: z.string(), author: z.string() })
  .nullable();

function pictureFor(tenant: Tenant, title: string, note: string): Picture {
  const { id, accent, locale, name } = tenant;
  return { owner: id, accent, locale, islands: [id], name, title, note };
}

/** The picture of a community as a whole. */
export function communityPicture(tenant: Tenant): Picture {
  return pictureFor(tenant, "", tenant.tagline || new URL(communityUrl(tenant, "/")).host);
}

/** The picture of a public post. One database call. Throws AppError `not_found` where there is none. */
export async function postPicture({ db, tenant }: VisitorContext, postId: string): Promise<Picture> {
  const post = await unwrapAs(
    publicPostSchema,
    db.rpc("public_post", { p_tenant: tenant.id, p_post: postId }),
  );
  if (!post) throw new AppError("not_found", "missing");
  return pictureFor(tenant, post.title ?? excerpt(post.lead, UNTITLED_LENGTH), post.author);
}

/** The picture of a public event: what, when and where. One database call. Throws AppError `not_found` elsewhere. */
export async function eventPicture(ctx: VisitorContext, eventId: string): Promise<Picture> {
  const [event] = await getPublicEvents(ctx, eventId);
  if (!event) throw new AppError("not_found", "missing");
  const { locale } = ctx.tenant;
  const when = formatMoment(
    new Date(`${event.starts_local}:00Z`),
    homeTag(event.locale ?? locale),
    "UTC",
    "date",
  );
  const place = placeOf(event);
  return pictureFor(ctx.tenant, event.title, place ? `${when} · ${place}` : when);
}

/** The picture of the network. `name` is how it calls itself, `title` what it says of itself. */
export function networkPicture(name: string, title: string): Picture {
  return {
    owner: "network",
    accent: NETWORK_ACCENT,
    locale: "en",
    islands: [1, 2, 3, 4].map((n) => `${readHostConfig().rootDomain}:${n}`),
    name,
    title,
    note: new URL(networkUrl("/")).host,
  };
}
