import {
  type Community,
  communities,
  events,
  files,
  filesIn,
  folderOf,
  grotto,
  idOf,
  personOf,
} from "./engine/cast.ts";
import type { Db } from "./engine/db.ts";
import { between, ended, said } from "./fixture/between.ts";
import { memberships, people } from "./fixture/people.ts";
import { plans } from "./fixture/plans.ts";
import { insert } from "./fixture/rows.ts";
import { talk } from "./fixture/talk.ts";

function surroundings(at: Community): string {
  const person = personOf(at, "member");
  const session = { raw: "gen_random_uuid()" };
  return [
    insert(
      "public.events",
      "tenant_id, id, organizer_id, title, visibility, starts_local, ends_local, time_zone",
      Object.entries(events).map(([label, event]) => [
        at.id,
        idOf("event", at, label),
        personOf(at, event.organizer),
        label,
        event.visibility,
        "2030-05-01 18:00",
        "2030-05-01 20:00",
        "Europe/Lisbon",
      ]),
    ),
    insert("private.link_cards", "tenant_id, url_hash, url, state, title", [
      [
        at.id,
        { raw: `sha256('${at.key}')` },
        `https://${at.key}.example.org/`,
        "ready",
        `canary-${at.key}-card`,
      ],
    ]),
    insert("private.ai_budgets", "tenant_id, day, tokens", [[at.id, { raw: "current_date" }, 7]]),
    insert("private.post_links", "tenant_id, post_id, place, url_hash", [
      [at.id, idOf("post", at, "members"), 1, { raw: `sha256('${at.key}')` }],
    ]),
    insert("public.tenant_former_slugs", "tenant_id, slug", [[at.id, `old-${at.key}`]]),
    insert("public.tenant_domains", "tenant_id, domain, status, is_primary", [
      [at.id, `${at.key}.example.org`, "active", true],
    ]),
    insert("public.data_exports", "id, user_id, of_tenant_id, status", [
      [idOf("export", at, "keeper"), personOf(at, "keeper"), at.id, "cancelled"],
    ]),
    insert("private.erasures", "subject_hash, tenant_id, mode, state, done_at", [
      [`nobody-${at.key}`, at.id, "remove", "done", { raw: "now()" }],
    ]),
    insert("private.host_sessions", "token_hash, user_id, tenant_id, host, auth_session_id", [
      [`session-${at.key}`, person, at.id, `${at.key}.example.org`, session],
    ]),
    insert(
      "private.handoff_codes",
      "code_hash, user_id, auth_session_id, tenant_id, host, nonce_hash, path",
      [[`code-${at.key}`, person, session, at.id, `${at.key}.example.org`, "nonce", "/"]],
    ),
    insert(
      "public.notifications",
      "tenant_id, id, user_id, kind, actor_id, post_home, post_id, comment_id, cause_id, group_key, created_at",
      [
        [
          at.id,
          idOf("notification", at, "moderator"),
          personOf(at, "moderator"),
          "reply",
          personOf(at, "owner"),
          at.id,
          idOf("post", at, "public"),
          idOf("comment", at, "on-public"),
          idOf("comment", at, "on-public"),
          "reply:fixture",
          { raw: "now()" },
        ],
      ],
    ),
    insert("public.notification_mutes", "tenant_id, user_id, until", [[at.id, person, { raw: "now()" }]]),
    plans(at),
    insert("realtime.messages", "topic, extension, private", [[`tenant:${at.id}:feed`, "broadcast", true]]),
  ].join("\n");
}

function pictures(at: Community): string {
  const shown = (bucket: string) => filesIn(bucket).filter((label) => !files[label]?.idle);
  const uses = filesIn("post-media").map((label) => ({ label, ...files[label] }));
  return [
    insert(
      "storage.objects",
      "id, bucket_id, name",
      Object.entries(files).map(([label, file]) => [
        idOf("file", at, label),
        file.bucket,
        `${folderOf(at, label)}/64.webp`,
      ]),
    ),
    insert(
      "public.media",
      "tenant_id, id, owner_id, width, height, widths, bytes",
      uses.map(({ label, owner }) => [
        at.id,
        idOf("file", at, label),
        personOf(at, owner ?? "member"),
        64,
        64,
        { raw: "array[64]" },
        100,
      ]),
    ),
    insert(
      "public.media_uses",
      "tenant_id, media_id, post_id, comment_id",
      uses
        .filter(({ on, answering }) => on || answering)
        .map(({ label, on, answering }) => [
          at.id,
          idOf("file", at, label),
          on ? idOf("post", at, on) : null,
          answering ? idOf("comment", at, answering) : null,
        ]),
    ),
    ...uses
      .filter(({ taken }) => taken)
      .map(
        ({ label }) => `update public.media set removed_at = now() where id = '${idOf("file", at, label)}';`,
      ),
    ...shown("avatars").map(
      (label) => `update public.user_profiles set avatar_path = '${folderOf(at, label)}'
      where tenant_id = '${at.id}' and user_id = '${personOf(at, files[label]?.owner ?? "member")}';`,
    ),
    `update public.tenants set logo_path = '${folderOf(at, "logo")}' where id = '${at.id}';`,
  ].join("\n");
}

/** SQL that plants all communities, their people and a row of every kind in each, with the same ids every time. */
export function fixtureSql(): string {
  const tenants = insert(
    "public.tenants",
    "id, slug, name, privacy, join_policy, listed",
    communities.map((at) => [
      at.id,
      `fixture-${at.key}`,
      at.key,
      at.privacy,
      at === grotto ? "invite" : "open",
      at.privacy === "public",
    ]),
  );
  const perCommunity = communities.flatMap((at) => [memberships(at), talk(at), surroundings(at)]);
  const network = [
    insert("private.ai_breakers", "provider, reason", [["far", "answered"]]),
    insert("private.recommendation_figures", "day, origin, arm, kind", [
      ["2026-11-21", "rules", "helped", "event"],
    ]),
    insert("private.journey_figures", "day", [["2026-11-21"]]),
    insert("private.journey_progress", "journey_id, counts, planned, done, skipped", [
      ["00000000-0000-7000-8000-000000000016", 1, 0, 0, 0],
    ]),
  ];
  const shared = [
    ...communities.map(between),
    ...communities.map(said),
    ...communities.map(ended),
    ...communities.map(pictures),
  ];
  return [people(), tenants, ...network, ...perCommunity, ...shared].join("\n\n");
}

/** Plants the fixture; needs the owner role. Inside a transaction it leaves no trace after a rollback. */
export async function plantFixture(db: Db): Promise<void> {
  await db.query("select set_config('request.jwt.claims', '', true)");
  await db.query(fixtureSql());
}
