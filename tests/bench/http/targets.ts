import { encodeCursor } from "../../../lib/feed/cursor.ts";
import { largestCommunity, longestThread, peopleWith } from "../sql/sample.ts";
import type { Bench } from "../stack.ts";
import { signIn } from "./sign-in.ts";

/** A page of the product as one kind of reader asks for it. */
export type Target = {
  name: string;
  audience: "visitor" | "member";
  host: string;
  path: string;
  cookie?: string;
  /** Least pages per second, in percent of the empty page, at 10 connections. */
  goal?: number;
};

type Place = { slug: string; cursor: string };

// A visitor's page of 20 posts is the one after the home page's preview.
async function placeOf(bench: Bench, tenant: string): Promise<Place> {
  const { rows } = await bench.admin.query<{ slug: string; id: string; at: string }>(
    `select t.slug, p.id, to_char(p.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
     from public.tenants t join public.posts p on p.tenant_id = t.id
     where t.id = $1 and p.visibility = 'public' and p.deleted_at is null
     order by p.created_at desc, p.id desc offset 4 limit 1`,
    [tenant],
  );
  const [row] = rows;
  if (!row) throw new Error("The largest community has no public posts.");
  return { slug: row.slug, cursor: encodeCursor(row) };
}

/** A plan of 200 activities of a person's own: the one of the last run, where the posts are still those of then. */
async function journeyOf(bench: Bench, person: string): Promise<string> {
  const { rows: there } = await bench.admin.query<{ id: string }>(
    "select id from public.user_journeys where owner_id = $1 order by id limit 1",
    [person],
  );
  if (there[0]) return there[0].id;
  const { rows } = await bench.admin.query<{ id: string }>(
    `with made as (
       insert into public.user_journeys (owner_id, title, time_zone) values ($1, 'A long journey', 'UTC') returning id),
     planned as (
       insert into public.journey_activities (journey_id, kind, title, starts_local, ends_local, time_zone, added_by)
       select m.id, 'free', 'Number ' || n, at, at + interval '40 minutes', 'UTC', $1
       from made m, generate_series(0, 199) n, lateral (select timestamp '2031-05-01 08:00' + n * interval '45 minutes') s(at))
     select id from made`,
    [person],
  );
  return rows[0]?.id ?? "";
}

/** The measured pages: of the largest community, and of a person with 50 memberships. */
export async function targetsOf(bench: Bench, rootDomain: string): Promise<Target[]> {
  const { tenant, members } = await largestCommunity(bench.admin, 1);
  const { slug, cursor } = await placeOf(bench, tenant);
  const post = `/p/${await longestThread(bench.admin, tenant)}`;
  const host = `${slug}.${rootDomain}`;
  const bare = host.replace(/:\d+$/, "");
  const member = await signIn(bench, members[0] ?? "", tenant, bare);
  const [traveller] = await peopleWith(bench.admin, 50, 1);
  const network = await signIn(bench, traveller ?? "", tenant, bare);
  const visitor = { audience: "visitor", host, goal: 30 } as const;
  const signedIn = { audience: "member", host, cookie: member.community, goal: 20 } as const;
  const onNetwork = { audience: "member", host: rootDomain, cookie: network.network } as const;
  const journey = await journeyOf(bench, traveller ?? "");
  return [
    { ...visitor, name: "community home", path: "/" },
    { ...visitor, name: "community feed", path: `/?before=${cursor}` },
    { ...visitor, name: "post page", path: post },
    { ...signedIn, name: "community home", path: "/about" },
    { ...signedIn, name: "community feed", path: "/" },
    { ...signedIn, name: "post page", path: post },
    { ...onNetwork, name: "unified feed", path: "/feed" },
    { ...onNetwork, name: "journey of 200", path: `/journeys/${journey}` },
  ];
}

/** Headers of a request for a page. */
export function headersOf({ host, cookie }: Target): Record<string, string> {
  return { host, accept: "text/html", ...(cookie ? { cookie } : {}) };
}
