import sharp from "sharp";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { PUT as putLogo } from "@/app/[tenant]/api/v1/logo/route";
import { PUT as putFace, DELETE as removeFace } from "@/app/[tenant]/api/v1/me/avatar/route";
import { POST as addPicture } from "@/app/[tenant]/api/v1/pictures/route";
import { GET as getMedia } from "@/app/[tenant]/media/[...path]/route";
import { PUT as putAvatar } from "@/app/network/api/v1/avatar/route";
import { GET as getNetworkMedia } from "@/app/network/media/[...path]/route";
import { faceSrc, logoSrc } from "@/lib/media/marks";
import type { Uploaded, UploadedMark } from "@/lib/media/schemas";
import { sweepMedia } from "@/lib/media/sweep";
import { sql } from "../../support/stack.ts";
import { at, type Browser, call, network, newBrowser, openAt, signInTo } from "../core/request.ts";
import { createCommunity, createPerson, dbOf, join, type Person, serverDb } from "../people.ts";

vi.mock("next/headers", async () => (await import("../core/request.ts")).nextHeaders);
vi.mock("next-intl/server", async () => (await import("../core/request.ts")).nextIntl);

type Community = { id: string; slug: string };

let owner: Person;
let community: Community;
let [mine, members, visitor]: Browser[] = [];
let jpeg: Buffer;

function need<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("not there yet");
  return value;
}

async function browserOf(person: Person, where: Community): Promise<Browser> {
  const browser = newBrowser();
  await openAt(browser, person, where);
  return browser;
}

beforeAll(async () => {
  owner = await createPerson("Owner");
  const member = await createPerson("Member");
  community = await createCommunity(owner);
  await join(member, community.id);
  mine = await browserOf(owner, community);
  members = await browserOf(member, community);
  visitor = newBrowser();
  jpeg = await sharp({ create: { width: 900, height: 600, channels: 3, background: "teal" } })
    .withExif({ IFD0: { Copyright: "exif-canary" } })
    .jpeg()
    .toBuffer();
});

const send = (browser: Browser | undefined, body: Uint8Array, more = {}) =>
  call(need(browser), addPicture, {
    url: at(community.slug, "/api/v1/pictures"),
    method: "POST",
    body: new Uint8Array(body),
    ...more,
  });

function read(browser: Browser | undefined, src: string, headers = {}, slug = community.slug) {
  const path = src.split("/").slice(2);
  return call(need(browser), getMedia, { url: at(slug, src), headers }, { path });
}

const write = (visibility: string, body: string) =>
  sql("insert into public.posts (tenant_id, author_id, visibility, body) values ($1, $2, $3, $4)", [
    community.id,
    owner.id,
    visibility,
    body,
  ]);

async function upload(): Promise<Uploaded> {
  const answer = await send(mine, jpeg);
  expect(answer.status).toBe(201);
  return (await answer.json()) as Uploaded;
}

describe("a picture", () => {
  it("is its writer's until a post shows it, then its readers', and nobody's once the post is removed", async () => {
    const { src, width, height } = await upload();
    expect([width, height]).toEqual([900, 600]);
    const seen = async () =>
      Promise.all([mine, members, visitor].map(async (browser) => (await read(browser, src)).status));
    expect(await seen()).toEqual([200, 404, 404]);
    await write("members", `![A teal field](${src})`);
    expect(await seen()).toEqual([200, 200, 404]);
    await write("public", `Again: ![A teal field](${src})`);
    expect(await seen()).toEqual([200, 200, 200]);
    await sql("update public.posts set deleted_at = now(), removed_by = 'author' where tenant_id = $1", [
      community.id,
    ]);
    expect(await seen()).toEqual([200, 404, 404]);
  });

  it("comes as a WebP that can do nothing", async () => {
    const { src } = await upload();
    const answer = await read(mine, src);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "image/webp",
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
      "content-disposition": 'inline; filename="picture.webp"',
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "private, max-age=300",
      vary: "Cookie",
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect((await sharp(bytes).metadata()).width).toBe(900);
    expect(bytes.includes("exif-canary")).toBe(false);
    const small = await read(mine, src.replace("900x600", "640"));
    expect((await sharp(Buffer.from(await small.arrayBuffer())).metadata()).width).toBe(640);
  });

  it("may be shown by other sites where anybody may see it, and by none where a session opens it", async () => {
    const { src } = await upload();
    await write("public", `![](${src})`);
    const policy = async (browser: Browser | undefined, path: string) =>
      (await read(browser, path)).headers.get("cross-origin-resource-policy");
    expect(await policy(visitor, src)).toBe("cross-origin");
    expect(await policy(members, src)).toBe("same-origin");
    const { src: own } = await upload();
    await write("members", `![](${own})`);
    expect(await policy(members, own)).toBe("same-origin");
    const refused = await read(visitor, own);
    expect([refused.status, refused.headers.get("cross-origin-resource-policy")]).not.toContain(
      "cross-origin",
    );
    await sql("update public.tenants set privacy = 'private' where id = $1", [community.id]);
    expect(await policy(members, src)).toBe("same-origin");
    await sql("update public.tenants set privacy = 'public' where id = $1", [community.id]);
  });

  it("is not sent twice to who has it, and not kept from who may no longer see it", async () => {
    const { src } = await upload();
    await write("members", `![](${src})`);
    const tag = { "if-none-match": (await read(members, src)).headers.get("etag") ?? "" };
    expect((await read(members, src, tag)).status).toBe(304);
    await sql("update public.posts set body = 'gone' where body like '%' || $1 || '%'", [src]);
    expect((await read(members, src, tag)).status).toBe(404);
  });

  it("that is missing, forbidden or of another community is missed alike", async () => {
    const { src } = await upload();
    const other = await createCommunity(owner);
    const browser = await browserOf(owner, other);
    const answers = [
      await read(visitor, src),
      await read(visitor, src.replace(/[0-9a-f]{12}\//, "000000000000/")),
      await read(mine, src.replace("900x600", "901x600")),
      await read(browser, src, {}, other.slug),
      await read(mine, "/media/../secrets/640.webp".replace("..", "x")),
    ];
    const shown = await Promise.all(
      answers.map(async (answer) => {
        const headers = [...answer.headers].filter(([name]) => !/^ratelimit/.test(name));
        return JSON.stringify([answer.status, await answer.text(), headers]);
      }),
    );
    expect(answers[0]?.status).toBe(404);
    expect(new Set(shown).size).toBe(1);
  });

  it.each([
    [
      "a page called a GIF",
      () => Buffer.from("GIF89a\x10\x00\x10\x00\x00\x00\x00<script>"),
      "picture_damaged",
    ],
    ["a drawing", () => Buffer.from("<svg onload=alert(1)>"), "picture_svg"],
    ["nothing", () => Buffer.alloc(0), "picture_type"],
    ["more than ten megabytes", () => Buffer.alloc(10 * 1024 * 1024 + 1, 1), "too_large"],
  ])("is not %s", async (_name, make, reason) => {
    const answer = await send(mine, make());
    expect([answer.status, ((await answer.json()) as { type: string }).type]).toEqual([
      422,
      `about:blank#${reason}`,
    ]);
  });

  it("is for members to send, from this site", async () => {
    expect((await send(visitor, jpeg)).status).toBe(401);
    const stranger = await createPerson("Stranger");
    expect((await send(await browserOf(stranger, community), jpeg)).status).toBe(403);
    expect((await send(mine, jpeg, { origin: "https://elsewhere.example" })).status).toBe(403);
  });
});

describe("faces and logos", () => {
  const put = (body: Uint8Array) => ({ method: "PUT", body: new Uint8Array(body) });

  it("follow a person from the network into communities, until they have another there", async () => {
    const ana = await createPerson("Ana");
    await join(ana, community.id);
    const browser = await browserOf(ana, community);
    await signInTo(browser, ana);
    const card = async () =>
      (
        await sql<{ avatar_path: string | null }>(
          "select avatar_path from public.tenant_users where tenant_id = $1 and user_id = $2",
          [community.id, ana.id],
        )
      )[0]?.avatar_path;
    const base = (await (
      await call(browser, putAvatar, { url: `${network}/api/v1/avatar`, ...put(jpeg) })
    ).json()) as UploadedMark;
    expect(await card()).toBe(base.path);
    const src = faceSrc(base.path, 40) ?? "";
    expect((await read(members, src)).status).toBe(200);
    expect((await read(members, src)).headers.get("cache-control")).toBe("private, max-age=86400");

    const url = at(community.slug, "/api/v1/me/avatar");
    const face = (await (await call(browser, putFace, { url, ...put(jpeg) })).json()) as UploadedMark;
    expect(face.path).toMatch(new RegExp(`^${community.id}/${ana.id}/`));
    expect(await card()).toBe(face.path);
    expect((await read(members, src)).status).toBe(404);
    const back = (await (await call(browser, removeFace, { url, method: "DELETE" })).json()) as UploadedMark;
    expect([back.path, await card()]).toEqual([base.path, base.path]);
  });

  it("are square and show where the community does", async () => {
    const url = at(community.slug, "/api/v1/logo");
    expect((await call(need(members), putLogo, { url, ...put(jpeg) })).status).toBe(403);
    const { path } = (await (await call(need(mine), putLogo, { url, ...put(jpeg) })).json()) as UploadedMark;
    const src = logoSrc(path, 160) ?? "";
    const answer = await read(visitor, src);
    const { width, height } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
    expect([width, height, answer.headers.get("cross-origin-resource-policy")]).toEqual([
      320,
      320,
      "cross-origin",
    ]);
    const segments = { path: src.split("/").slice(2) };
    const onNetwork = await call(newBrowser(), getNetworkMedia, { url: `${network}${src}` }, segments);
    expect(onNetwork.status).toBe(200);
    await sql("update public.tenants set privacy = 'secret', listed = false where id = $1", [community.id]);
    const later = await call(newBrowser(), getNetworkMedia, { url: `${network}${src}` }, segments);
    expect(later.status).toBe(404);
    await sql("update public.tenants set privacy = 'public' where id = $1", [community.id]);
  });
});

describe("the sweep", () => {
  it("removes pictures that nothing shows, with their files, and no others", async () => {
    const [used, unused] = [await upload(), await upload()];
    await write("members", `![](${used.src})`);
    await sql(
      "update public.media set unused_since = now() - interval '2 days' where tenant_id = $1 and unused_since is not null",
      [community.id],
    );
    const query = <Row>(text: string, values?: unknown[]) => sql(text, values) as Promise<Row[]>;
    expect(await sweepMedia(query, serverDb())).toBeGreaterThan(1);
    expect((await read(mine, used.src)).status).toBe(200);
    expect((await read(mine, unused.src)).status).toBe(404);
    const id = unused.src.split("/")[2];
    expect(await sql("select 1 from public.media where id = $1", [id])).toEqual([]);
    expect(await sql("select 1 from storage.objects where name like $1", [`%/${id}/%`])).toEqual([]);
  });

  it("is the only one that removes files", async () => {
    const { src } = await upload();
    const name = `${community.id}/${src.split("/")[2]}/900.webp`;
    await dbOf(owner, community.id).storage.from("post-media").remove([name]);
    await serverDb().storage.from("post-media").remove([name]);
    expect((await read(mine, src)).status).toBe(200);
  });
});
