import type pg from "pg";
import { demoId, demoTimeId, minutesBefore } from "./identity.ts";
import { insertRows } from "./insert.ts";
import type { PersonKey } from "./people.ts";
import { personId } from "./people-rows.ts";
import type { DemoComment } from "./types.ts";
import { ago, comment } from "./write.ts";

/** Two communities whose admins let posts go both ways. */
export interface DemoConnection {
  /** Slugs; the first one asked. */
  readonly between: readonly [string, string];
  readonly scope: "view" | "comment" | "reshare";
  /** Accepted unless it waits for an answer. */
  readonly state?: "proposed";
  readonly message?: string;
  readonly minutesAgo: number;
}

/** A post in a community that is not its home. */
export interface DemoShare {
  /** Slug of its home. */
  readonly home: string;
  /** Key of the post there. */
  readonly post: string;
  readonly author: PersonKey;
  /** Who asked, if not its author. */
  readonly by?: PersonKey;
  readonly note?: string;
  /** Slug of the community it goes to. */
  readonly into: string;
  readonly scope: "view" | "comment" | "reshare";
  readonly state: "asked" | "waiting" | "active" | "revoked";
  readonly minutesAgo: number;
  /** When it was taken back. */
  readonly endedMinutesAgo?: number;
  /** The lane there. */
  readonly comments: readonly DemoComment[];
}

export const connections: readonly DemoConnection[] = [
  { between: ["harbour", "tango"], scope: "reshare", minutesAgo: ago(40) },
  {
    between: ["bustan", "harbour"],
    scope: "comment",
    state: "proposed",
    message: "لدينا بذور وأسئلة عن الطمي، ولديكم نهر من طين. هل نتبادل ما نكتبه؟",
    minutesAgo: ago(1, 4),
  },
];

export const shares: readonly DemoShare[] = [
  {
    home: "harbour",
    post: "names-of-the-mud",
    author: "maya",
    into: "tango",
    scope: "comment",
    state: "active",
    minutesAgo: ago(2, 3),
    comments: [
      comment(
        "osvaldo",
        ago(2, 1),
        "En el barro del Riachuelo también había nombres. Mi viejo decía «la mesa» a un banco que nadie más veía.",
        [comment("maya", ago(1, 22), "¿Me lo dibuja de memoria? Al lado del Piano le hago lugar.")],
      ),
      comment("soledad", ago(1, 20), "Diecisiete nombres y ninguno es una queja. Acá eso sería imposible."),
    ],
  },
  {
    home: "tango",
    post: "maya-visita",
    author: "maya",
    into: "harbour",
    scope: "comment",
    state: "active",
    minutesAgo: ago(0, 8),
    comments: [
      comment(
        "amara",
        ago(0, 5),
        "Shoes in the hand luggage. You have rowed with us too long to trust a hold.",
      ),
    ],
  },
  {
    home: "tango",
    post: "primera-vez",
    author: "lucia",
    by: "maya",
    note: "En el club preguntan siempre qué hago los martes. Con esto lo entenderían.",
    into: "harbour",
    scope: "view",
    state: "asked",
    minutesAgo: ago(0, 3),
    comments: [],
  },
  {
    home: "tango",
    post: "suela-cromo",
    author: "ximena",
    by: "maya",
    note: "Half the boathouse is glued together wrongly. Ximena knows how one does it.",
    into: "harbour",
    scope: "comment",
    state: "waiting",
    minutesAgo: ago(0, 2),
    comments: [],
  },
  {
    home: "harbour",
    post: "names-of-the-mud",
    author: "maya",
    into: "bustan",
    scope: "view",
    state: "revoked",
    minutesAgo: ago(9),
    endedMinutesAgo: ago(8, 4),
    comments: [],
  },
];

const tenantId = (slug: string) => demoId("community", slug);

async function seedConnection(client: pg.Client, connection: DemoConnection, now: Date): Promise<void> {
  const { between, scope, state = "accepted", message = "", minutesAgo } = connection;
  const at = minutesBefore(now, minutesAgo);
  const rows = [between, [...between].reverse()].map(([from = "", to = ""], side) => ({
    tenant_id: tenantId(from),
    connected_id: tenantId(to),
    state,
    ours: side === 0,
    direction: "both",
    scope,
    message,
    created_at: at,
    updated_at: at,
  }));
  await insertRows(client, "public.community_connections", rows);
}

async function seedLane(client: pg.Client, share: DemoShare, now: Date): Promise<void> {
  const { home, into, post } = share;
  const write = async (comments: readonly DemoComment[], parent: string | null, place: string) => {
    for (const [n, said] of comments.entries()) {
      const at = minutesBefore(now, said.minutesAgo);
      const id = demoTimeId(at, into, "lane", home, `${place}.${n}`);
      await insertRows(client, "public.post_comments", [
        {
          tenant_id: tenantId(into),
          id,
          lane_of: tenantId(home),
          post_id: demoId(home, "post", post),
          parent_id: parent,
          author_id: personId(said.author),
          body: said.body,
          created_at: at,
        },
      ]);
      await write(said.replies ?? [], id, `${place}.${n}`);
    }
  };
  await write(share.comments, null, post);
}

async function seedShare(client: pg.Client, share: DemoShare, now: Date): Promise<void> {
  const { home, into, post, author, by = author, state, endedMinutesAgo } = share;
  const at = minutesBefore(now, share.minutesAgo);
  const agreed = state === "asked" ? null : at;
  const id = demoTimeId(at, home, "share", post, into);
  const count = "select member_count from public.tenants where id = $1";
  const { rows } = await client.query<{ member_count: number }>(count, [tenantId(into)]);
  await insertRows(client, "public.content_sharing", [
    {
      tenant_id: tenantId(home),
      id,
      post_id: demoId(home, "post", post),
      author_id: personId(author),
      target_tenant_id: tenantId(into),
      scope: share.scope,
      state,
      under_connection: true,
      asked_by: personId(by),
      note: share.note ?? "",
      consented_at: agreed,
      consent_version: agreed && 1,
      consent_locale: agreed && "en",
      consent_audience: agreed && (rows[0]?.member_count ?? null),
      shown_since: state === "waiting" ? null : agreed,
      ended_at: endedMinutesAgo === undefined ? null : minutesBefore(now, endedMinutesAgo),
      ended_by: endedMinutesAgo === undefined ? null : personId(author),
      ended_side: endedMinutesAgo === undefined ? null : "author",
      created_at: at,
      updated_at: at,
    },
  ]);
  await client.query("select private.place_share(s) from public.content_sharing s where s.id = $1", [id]);
  if (state === "active") await seedLane(client, share, now);
}

/** Connects the demo communities and shares some of their posts. They must be there, with their members counted. */
export async function seedShares(client: pg.Client, now: Date): Promise<void> {
  // So that its moderators have something to look at.
  await client.query("update public.tenants set sharing_review = 'all' where id = $1", [tenantId("harbour")]);
  for (const connection of connections) await seedConnection(client, connection, now);
  for (const share of shares) await seedShare(client, share, now);
}
