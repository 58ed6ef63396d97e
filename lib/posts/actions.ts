"use server";

import { refresh } from "next/cache";
import { withTenantAuth } from "@/lib/actions/with-tenant-auth";
import { createPost, editPost, pinPost, removePost, removeRevision, setLike } from "./mutations";
import { createPostSchema, editPostSchema, likePostSchema, pinPostSchema, postIdSchema } from "./schemas";

export const createPostAction = withTenantAuth({
  permission: "post.create",
  input: createPostSchema,
  run: async (ctx, input) => {
    const created = await createPost(ctx, input);
    refresh();
    return created;
  },
});

export const editPostAction = withTenantAuth({
  permission: "post.edit",
  input: editPostSchema,
  run: editPost,
});

export const removePostAction = withTenantAuth({
  permission: "post.remove",
  input: postIdSchema,
  run: (ctx, input) => removePost(ctx, input.id),
});

export const pinPostAction = withTenantAuth({
  permission: "post.pin",
  input: pinPostSchema,
  run: async (ctx, input) => {
    await pinPost(ctx, input.id, input.pinned);
    refresh();
  },
});

export const likePostAction = withTenantAuth({
  permission: "post.like",
  input: likePostSchema,
  run: (ctx, input) => setLike(ctx, input.id, input.liked),
});

export const removeRevisionAction = withTenantAuth({
  permission: "revision.remove",
  input: postIdSchema,
  run: async (ctx, input) => {
    await removeRevision(ctx, input.id);
    refresh();
  },
});
