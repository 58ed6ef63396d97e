import type { PublicEvent } from "@/lib/events/public-queries";
import type { PublicPost } from "@/lib/syndication/schemas";
import type { Tenant } from "@/lib/tenants/schemas";

export const harbour: Tenant = {
  id: "00000000-0000-7000-8000-000000000001",
  slug: "harbour",
  name: "Harbour & <Friends>",
  tagline: 'Boats, "ropes" & ]]> knots',
  accent: "#a4442b",
  logo_path: null,
  locale: "en",
  time_zone: "Europe/Lisbon",
  status: "active",
  privacy: "public",
  join_policy: "open",
  domain: null,
  flags: {},
  settings: {},
};

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;

export function postOf(title: string | null, n = 1, over: Partial<PublicPost> = {}): PublicPost {
  return {
    id: id(n),
    title,
    lead: title ?? "A first line",
    body: `A [link](/p/1), a ![picture](/media/a.png) and ${title ?? "nothing"}`,
    body_length: 40,
    types: ["question"],
    tags: ["knots", '<a b="c">&'],
    created_at: "2026-11-20T21:28:49.01+00:00",
    edited_at: null,
    author: title ?? "Ana",
    ...over,
  };
}

export function eventOf(title: string, n = 1, over: Partial<PublicEvent> = {}): PublicEvent {
  return {
    id: id(n),
    title,
    visibility: "public",
    all_day: false,
    starts_local: "2026-11-25T19:00",
    ends_local: "2026-11-25T21:30",
    time_zone: "Europe/Madrid",
    starts_at: "2026-11-25T18:00:00+00:00",
    ends_at: "2026-11-25T20:30:00+00:00",
    online: false,
    venue: title,
    city: "Madrid",
    country: null,
    locale: null,
    cancelled_at: null,
    description: title,
    url: null,
    created_at: "2026-11-01T10:00:00+00:00",
    updated_at: "2026-11-02T10:00:00+00:00",
    version: 3,
    ...over,
  };
}
