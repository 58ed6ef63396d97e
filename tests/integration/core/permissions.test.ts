import { beforeAll, describe, expect, it, vi } from "vitest";
import { withTenantApi } from "@/lib/actions/with-api";
import { withPlatformAuth } from "@/lib/actions/with-platform-auth";
import { withTenantAuth } from "@/lib/actions/with-tenant-auth";
import type { PlatformPermission, TenantPermission } from "@/lib/auth/permissions";
import { nothing } from "@/lib/auth/schemas";
import { sql } from "../../support/stack.ts";
import { createCommunity, createPerson, type Person } from "../people.ts";
import { act, at, type Browser, call, network, newBrowser, openAt, signInTo, staff } from "./request.ts";

vi.mock("next/headers", async () => (await import("./request.ts")).nextHeaders);
vi.mock("next-intl/server", async () => (await import("./request.ts")).nextIntl);

const roles = ["owner", "admin", "moderator", "member"] as const;
const away = ["suspended", "removed", "requested", "invited", "outsider"] as const;
type Who = (typeof roles)[number] | (typeof away)[number] | "visitor";
const everybody: readonly Who[] = [...roles, ...away, "visitor"];

const everyone = everybody;
const signedIn = [...roles, ...away];
const moderators = ["owner", "admin", "moderator"] as const;

/** Who gets through, written out: the table in lib/auth/permissions.ts must say the same. */
const admitted: Record<TenantPermission, readonly Who[]> = {
  "community.view": everyone,
  "community.join": signedIn,
  "community.leave": signedIn,
  "community.settings": ["owner", "admin"],
  "community.rename": ["owner"],
  "session.end": everyone,
  "feed.read": everyone,
  "post.read": everyone,
  "post.create": roles,
  "post.edit": roles,
  "post.remove": roles,
  "post.pin": moderators,
  "post.announce": moderators,
  "post.like": roles,
  "feed.keep": roles,
  "post.save": roles,
  "revision.remove": moderators,
  "share.review": moderators,
  "comment.create": roles,
  "comment.edit": roles,
  "comment.remove": roles,
  "share.read": roles,
  "share.revoke": roles,
  "event.read": everyone,
  "event.create": roles,
  "member.list": roles,
  "member.manage": moderators,
  "member.claim": signedIn,
  "member.export": ["owner", "admin"],
  "member.offer_claim": ["owner", "admin"],
  "member.invite": ["owner", "admin"],
  "community.remove_samples": ["owner"],
  "profile.edit": roles,
  "realtime.listen": roles,
};
const permissions = Object.keys(admitted) as TenantPermission[];

let community: { id: string; slug: string };
const browsers = new Map<Who, Browser>();
const browserOf = (who: Who) => browsers.get(who) ?? newBrowser();

async function addMember(person: Person, role: string, status: string): Promise<void> {
  await sql(
    "insert into tenant_users (tenant_id, user_id, role, status, display_name) values ($1, $2, $3, $4, 'X')",
    [community.id, person.id, role, status],
  );
}

async function settle(who: Who): Promise<void> {
  const browser = newBrowser();
  browsers.set(who, browser);
  if (who === "visitor") return;
  const person = await createPerson(who);
  if (roles.includes(who as never)) await addMember(person, who, "active");
  // Somebody whose membership rests keeps the role they had: it must count for nothing.
  else if (who !== "outsider") await addMember(person, who === "requested" ? "member" : "admin", who);
  await openAt(browser, person, community);
  await signInTo(browser, person);
}

beforeAll(async () => {
  community = await createCommunity(await createPerson("Founder"));
  for (const who of everybody) await settle(who);
});

const refusalOf = (who: Who) => (who === "visitor" ? "unauthenticated" : "forbidden");

describe.each(permissions)("%s", (permission) => {
  const action = withTenantAuth({ permission, input: nothing, run: async ({ viewer }) => viewer.id });
  const api = withTenantApi({ permission, input: nothing, run: async () => ({ admitted: true }) });

  it("as an action on the community's host", async () => {
    const outcomes = await Promise.all(
      everybody.map(async (who) => {
        const result = await act(browserOf(who), { url: at(community.slug) }, () => action({}));
        return [who, result.ok ? "ok" : result.error.code];
      }),
    );
    // Actions need somebody: a visitor is asked to sign in even where anybody may look.
    const expected = everybody.map((who) => [
      who,
      who !== "visitor" && admitted[permission].includes(who) ? "ok" : refusalOf(who),
    ]);
    expect(outcomes).toEqual(expected);
  });

  it("as an API, on the community's host and through the network's", async () => {
    const statusOf = { ok: 200, unauthenticated: 401, forbidden: 403 } as const;
    const path = "api/v1/x";
    for (const request of [
      { url: `${at(community.slug)}${path}` },
      { url: `${network}/${path}`, headers: { "x-community": community.slug } },
    ]) {
      const outcomes = await Promise.all(
        everybody.map(async (who) => [who, (await call(browserOf(who), api, request)).status]),
      );
      const expected = everybody.map((who) => [
        who,
        statusOf[admitted[permission].includes(who) ? "ok" : refusalOf(who)],
      ]);
      expect(outcomes).toEqual(expected);
    }
  });
});

describe("the mother app", () => {
  const allowed: Record<PlatformPermission, readonly string[]> = {
    "communities.list": ["super_admin", "operator", "support", "auditor"],
    "communities.set_status": ["super_admin", "operator"],
  };

  it.each(Object.keys(allowed) as PlatformPermission[])("%s", async (permission) => {
    const action = withPlatformAuth({ permission, input: nothing, run: async () => "done" });
    const outcomes: Record<string, string> = {};
    for (const role of ["super_admin", "operator", "support", "auditor", "none"]) {
      const person = await createPerson(role);
      if (role !== "none")
        await sql("insert into platform_staff (user_id, role) values ($1, $2)", [person.id, role]);
      const browser = newBrowser();
      await openAt(browser, person, null);
      const result = await act(browser, { url: staff }, () => action({}));
      outcomes[role] = result.ok ? "ok" : result.error.code;
      // The role alone opens nothing on any other host.
      await signInTo(browser, person);
      const elsewhere = await act(browser, { url: network }, () => action({}));
      expect(elsewhere).toMatchObject({ ok: false, error: { code: "not_found" } });
    }
    const expected = Object.keys(outcomes).map((role) => [
      role,
      allowed[permission].includes(role) ? "ok" : "not_found",
    ]);
    expect(Object.entries(outcomes)).toEqual(expected);
  });
});
