import { expect, test } from "vitest";
import { type Actor, actorNames, actorOf } from "./engine/actors.ts";
import { callsWithIds, namesIn, nothing, serverCalls } from "./engine/calls.ts";
import { harbour, meadow, personOf } from "./engine/cast.ts";
import { by, calling, planted, serverToken } from "./engine/harness.ts";
import { probe } from "./engine/probe.ts";

const actors = actorNames.map((name) => actorOf(name, harbour, meadow));

test("functions for the app itself answer the server token and nobody else", async () => {
  const calls = Object.values(serverCalls).map((call) => call(namesIn(harbour)));
  const scoped = ["network", "community", "platform", "realtime", "Server", ""].flatMap((scope) =>
    ["anon", "authenticated"].map((role) => ({
      role,
      claims: JSON.stringify({
        role,
        scope,
        sub: personOf(harbour, "owner"),
        user_metadata: { scope: "server" },
      }),
    })),
  ) as Pick<Actor, "role" | "claims">[];
  const [refused, served] = await planted(async (db) => [
    await probe(
      db,
      [...actors, ...scoped].flatMap((actor) => calls.map((call) => calling(actor, call))),
    ),
    await probe(
      db,
      calls.map((call) => calling(serverToken, call)),
    ),
  ]);
  expect(new Set(refused?.map((outcome) => outcome.state))).toEqual(new Set(["42501"]));
  expect(served?.map((outcome) => `${outcome.state} ${outcome.message}`)).toEqual(calls.map(() => "ok "));
});

test("the server token reads no table and calls nothing else", async () => {
  const tables = ["tenants", "posts", "post_comments", "events", "tenant_users", "audit_logs"];
  const seen = await planted((db) =>
    probe(db, [
      ...tables.map((table) =>
        by(
          serverToken,
          `select array(select tenant_id::text from public.${table})`.replace(
            "tenant_id",
            table === "tenants" ? "id" : "tenant_id",
          ),
          { reads: true },
        ),
      ),
      calling(serverToken, "public.directory()"),
      calling(serverToken, callsWithIds.community_feed?.(namesIn(harbour)) ?? ""),
    ]),
  );
  expect(seen.flatMap((outcome) => outcome.seen).filter((value) => value !== "null")).toEqual([]);
});

test("only a platform token of a member of staff reaches platform functions", async () => {
  const call = `public.set_community_status('${meadow.id}', 'suspended', 'because')`;
  const asStaff = (scope: string, person: string) => ({
    role: "authenticated" as const,
    claims: JSON.stringify({ role: "authenticated", sub: person, scope }),
  });
  const staff = personOf(harbour, "staff");
  const given = await planted((db) =>
    probe(db, [
      calling(asStaff("platform", staff), call),
      calling(asStaff("network", staff), call),
      calling(asStaff("server", staff), call),
      calling(asStaff("platform", personOf(meadow, "owner")), call),
      calling(
        asStaff("platform", staff),
        `public.set_community_status('${nothing.tenant}', 'suspended', 'because')`,
      ),
    ]),
  );
  expect(given.map((outcome) => outcome.state)).toEqual(["ok", "42501", "42501", "42501", "42501"]);
});

test("headers, metadata and legacy settings do not move a bound token to another community", async () => {
  const bound = actorOf("bound", harbour, meadow);
  const forged = JSON.stringify({
    "x-archipelago-tenant": meadow.id,
    "x-archipelago-host": "fixture-meadow.archipelago.localhost",
    "x-tenant-id": meadow.id,
    host: "fixture-meadow.archipelago.localhost",
  });
  const claims = JSON.stringify({
    ...JSON.parse(bound.claims),
    tenant: meadow.id,
    user_metadata: { tenant_id: meadow.id },
    app_metadata: { tenant_id: meadow.id, role: "service_role" },
  });
  const legacy = `select set_config('request.jwt.claim.tenant_id', '${meadow.id}', true),
    set_config('request.jwt.claim.role', 'service_role', true), set_config('app.tenant_id', '${meadow.id}', true)`;
  const tables = ["posts", "post_comments", "events", "tenant_users", "groups", "user_profiles"];
  const attempts = tables.map((table) =>
    by({ role: "authenticated", claims }, `select array_agg(distinct tenant_id::text) from public.${table}`, {
      reads: true,
      headers: forged,
      before: legacy,
    }),
  );
  const seen = await planted((db) => probe(db, attempts));
  expect(seen.map((outcome) => outcome.seen)).toEqual(tables.map(() => [harbour.id]));
});

test("a tenant claim that is no id is an error, never a wider view", async () => {
  const person = personOf(harbour, "dual");
  const odd = ["*", "null", `${harbour.id},${meadow.id}`, "00000000"];
  const outcomes = await planted((db) =>
    probe(
      db,
      odd.map((tenant_id) =>
        by(
          {
            role: "authenticated",
            claims: JSON.stringify({ role: "authenticated", sub: person, tenant_id }),
          },
          "select array_agg(id::text) from public.posts",
          { reads: true },
        ),
      ),
    ),
  );
  expect(outcomes.map((outcome) => [outcome.state, outcome.seen])).toEqual(odd.map(() => ["22P02", []]));
});
