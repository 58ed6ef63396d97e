import "server-only";
import type { NextRequest } from "next/server";
import type { MemberContext, ViewerContext } from "@/lib/actions/contexts";
import { readBytes } from "@/lib/actions/read-payload";
import { AppError } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/uuid";
import type { Db } from "@/lib/supabase/client";
import { unwrap } from "@/lib/supabase/result";
import { pictureSrc, type StoredFile } from "./addresses";
import { type EncodedFile, encodeMark, encodePicture, requireRoom } from "./encode";
import type { Uploaded, UploadedMark } from "./schemas";
import { UPLOAD_BYTES } from "./sizes";

type Writer = Pick<MemberContext, "db" | "tenant" | "viewer">;

/** Bytes of one upload. @throws AppError `invalid` (`too_large`), `unavailable` where too many are at work */
function receive(request: NextRequest): Promise<Uint8Array> {
  requireRoom();
  return readBytes(request, UPLOAD_BYTES);
}

async function store(db: Db, bucket: StoredFile["bucket"], folder: string, files: EncodedFile[]) {
  for (const { width, bytes } of files) {
    const { error } = await db.storage
      .from(bucket)
      .upload(`${folder}/${width}.webp`, bytes, { contentType: "image/webp" });
    if (error) throw new AppError("unavailable", "storage_down", { detail: error.message });
  }
}

/** Keeps a picture for a post or comment. Until a text of the same person names it, nobody else sees it. */
export async function addPicture({ db, tenant, viewer }: Writer, request: NextRequest): Promise<Uploaded> {
  const { width, height, files } = await encodePicture(await receive(request));
  const id = newId();
  await unwrap(
    db.from("media").insert({
      tenant_id: tenant.id,
      id,
      owner_id: viewer.id,
      width,
      height,
      widths: files.map((file) => file.width),
      bytes: files.reduce((sum, file) => sum + file.bytes.byteLength, 0),
    }),
  );
  await store(db, "post-media", `${tenant.id}/${id}`, files);
  return { src: pictureSrc({ id, width, height }), width, height };
}

/** Gives one's base profile a face; communities where one has no other show it. */
export async function setMyAvatar(
  { db, viewer }: Pick<ViewerContext, "db" | "viewer">,
  request: NextRequest,
) {
  const path = `people/${viewer.id}/${crypto.randomUUID()}`;
  await store(db, "avatars", path, await encodeMark(await receive(request)));
  await unwrap(db.rpc("set_my_avatar", { p_path: path }));
  return { path } satisfies UploadedMark;
}

/** Takes the face of one's base profile away. */
export async function removeMyAvatar({ db }: Pick<ViewerContext, "db">): Promise<UploadedMark> {
  await unwrap(db.rpc("set_my_avatar", { p_path: null }));
  return { path: null };
}

/** Gives oneself a face in one community. */
export async function setFaceAvatar(
  { db, tenant, viewer }: Writer,
  request: NextRequest,
): Promise<UploadedMark> {
  const path = `${tenant.id}/${viewer.id}/${crypto.randomUUID()}`;
  await store(db, "avatars", path, await encodeMark(await receive(request)));
  return { path: await unwrap(db.rpc("set_face_avatar", { p_tenant: tenant.id, p_path: path })) };
}

/** Shows the face of one's base profile in this community again, if there is one. */
export async function removeFaceAvatar({ db, tenant }: Pick<Writer, "db" | "tenant">): Promise<UploadedMark> {
  return { path: await unwrap(db.rpc("set_face_avatar", { p_tenant: tenant.id, p_path: null })) };
}

/** Gives a community a logo in place of its island. */
export async function setLogo({ db, tenant }: Pick<Writer, "db" | "tenant">, request: NextRequest) {
  const path = `${tenant.id}/${crypto.randomUUID()}`;
  await store(db, "logos", path, await encodeMark(await receive(request)));
  await unwrap(db.rpc("set_logo", { p_tenant: tenant.id, p_path: path }));
  return { path } satisfies UploadedMark;
}

/** Takes a community's logo away; its island shows again. */
export async function removeLogo({ db, tenant }: Pick<Writer, "db" | "tenant">): Promise<UploadedMark> {
  await unwrap(db.rpc("set_logo", { p_tenant: tenant.id, p_path: null }));
  return { path: null };
}
