import { beforeAll, describe, expect, it } from "vitest";
import { sql, stackEnv } from "../../support/stack.ts";
import { anonClient, mintToken, secretClient, tokenClient } from "./clients.ts";

const bucket = "contract";
const png = new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 255, 254, 10, 13]);

beforeAll(async () => {
  await sql(`
    insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
    values ('contract', 'contract', false, 1000, array['image/png', 'text/plain']) on conflict do nothing;
    drop policy if exists contract_own on storage.objects;
    create policy contract_own on storage.objects for all to authenticated
      using (bucket_id = 'contract' and (storage.foldername(name))[1] = (select auth.uid())::text)
      with check (bucket_id = 'contract' and (storage.foldername(name))[1] = (select auth.uid())::text);`);
});

async function person() {
  const id = crypto.randomUUID();
  const client = tokenClient(await mintToken({ sub: id, role: "authenticated" }));
  return { id, files: client.storage.from(bucket) };
}

async function bytes(blob: Blob | null): Promise<Uint8Array> {
  return new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0));
}

describe("storage", () => {
  it.each([
    ["bytes", () => png],
    ["a Blob", () => new Blob([png], { type: "image/png" })],
    ["a File", () => new File([png], "a.png", { type: "image/png" })],
  ])("keeps %s exactly", async (_, body) => {
    const { id, files } = await person();
    const path = `${id}/a.png`;
    const up = await files.upload(path, body(), { contentType: "image/png", cacheControl: "60" });
    expect(up.error).toBeNull();
    expect(up.data?.path).toBe(path);
    const down = await files.download(path);
    expect(await bytes(down.data)).toEqual(png);
    const [row] = await sql<{ mimetype: string; size: string }>(
      "select metadata ->> 'mimetype' as mimetype, metadata ->> 'size' as size from storage.objects where name = $1",
      [path],
    );
    expect(row).toEqual({ mimetype: "image/png", size: String(png.length) });
  });

  it("replaces a file only when asked to", async () => {
    const { id, files } = await person();
    await files.upload(`${id}/b.txt`, new Blob(["one"], { type: "text/plain" }));
    expect((await files.upload(`${id}/b.txt`, new Blob(["two"], { type: "text/plain" }))).error).toBeTruthy();
    const options = { upsert: true };
    expect(
      (await files.upload(`${id}/b.txt`, new Blob(["two"], { type: "text/plain" }), options)).error,
    ).toBeNull();
    expect(await (await files.download(`${id}/b.txt`)).data?.text()).toBe("two");
  });

  it("applies the policies on storage.objects", async () => {
    const [one, other] = [await person(), await person()];
    await one.files.upload(`${one.id}/c.txt`, new Blob(["mine"], { type: "text/plain" }));
    expect((await other.files.download(`${one.id}/c.txt`)).error).toBeTruthy();
    expect(
      (await other.files.upload(`${one.id}/d.txt`, new Blob(["x"], { type: "text/plain" }))).error,
    ).toBeTruthy();
    expect((await anonClient().storage.from(bucket).download(`${one.id}/c.txt`)).error).toBeTruthy();
    expect((await one.files.list(one.id)).data?.map((file) => file.name)).toEqual(["c.txt"]);
    expect((await other.files.list(one.id)).data).toEqual([]);
  });

  it("refuses a type or size the bucket does not take", async () => {
    const { id, files } = await person();
    expect((await files.upload(`${id}/e.html`, new Blob(["<p>"], { type: "text/html" }))).error).toBeTruthy();
    const large = new Blob(["x".repeat(1001)], { type: "text/plain" });
    expect((await files.upload(`${id}/e.txt`, large)).error).toBeTruthy();
    expect(await sql("select 1 from storage.objects where name like $1", [`${id}/e.%`])).toEqual([]);
  });

  it("signs addresses that work without a key", async () => {
    const { id, files } = await person();
    await files.upload(`${id}/f.txt`, new Blob(["signed"], { type: "text/plain" }));
    const one = await files.createSignedUrl(`${id}/f.txt`, 60);
    expect(one.data?.signedUrl).toContain(
      `${stackEnv().SUPABASE_URL}/storage/v1/object/sign/${bucket}/${id}/f.txt?token=`,
    );
    expect(await (await fetch(one.data?.signedUrl ?? "")).text()).toBe("signed");
    const many = await files.createSignedUrls([`${id}/f.txt`], 60);
    expect(await (await fetch(many.data?.[0]?.signedUrl ?? "")).text()).toBe("signed");
    const upload = await files.createSignedUploadUrl(`${id}/g.txt`);
    const body = new Blob(["later"], { type: "text/plain" });
    expect(
      (
        await anonClient()
          .storage.from(bucket)
          .uploadToSignedUrl(`${id}/g.txt`, upload.data?.token ?? "", body)
      ).error,
    ).toBeNull();
    expect(await (await files.download(`${id}/g.txt`)).data?.text()).toBe("later");
  });

  it("removes files", async () => {
    const { id, files } = await person();
    await files.upload(`${id}/h.txt`, new Blob(["x"], { type: "text/plain" }));
    expect((await files.remove([`${id}/h.txt`])).data).toHaveLength(1);
    expect((await secretClient().storage.from(bucket).download(`${id}/h.txt`)).error).toBeTruthy();
  });
});
