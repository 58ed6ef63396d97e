"use server";

import { refresh } from "next/cache";
import { withTenantAuth } from "@/lib/actions/with-tenant-auth";
import { createComment, editComment, removeComment } from "./mutations";
import { commentIdSchema, createCommentSchema, editCommentSchema } from "./schemas";

export const createCommentAction = withTenantAuth({
  permission: "comment.create",
  input: createCommentSchema,
  run: async (ctx, input) => {
    const created = await createComment(ctx, input);
    refresh();
    return created;
  },
});

export const editCommentAction = withTenantAuth({
  permission: "comment.edit",
  input: editCommentSchema,
  run: async (ctx, input) => {
    const edited = await editComment(ctx, input);
    if (edited.outcome === "saved") refresh();
    return edited;
  },
});

export const removeCommentAction = withTenantAuth({
  permission: "comment.remove",
  input: commentIdSchema,
  run: async (ctx, input) => {
    await removeComment(ctx, input.id);
    refresh();
  },
});
