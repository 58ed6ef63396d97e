"use server";

import { refresh } from "next/cache";
import { sendOn } from "@/lib/actions/send-on";
import { withTenantAuth } from "@/lib/actions/with-tenant-auth";
import { withViewer } from "@/lib/actions/with-viewer";
import { goPath } from "@/lib/tenants/directory-rules";
import { acceptInvitation, createLink, createPersonalLinks, revokeInvitation } from "./mutations";
import { acceptInput, newLinkInput, personalLinksInput, revokeInput } from "./schemas";

export const createLinkAction = withTenantAuth({
  permission: "member.invite",
  input: newLinkInput,
  run: async (ctx, input) => {
    const made = await createLink(ctx, input);
    refresh();
    return made;
  },
});

export const createPersonalLinksAction = withTenantAuth({
  permission: "member.invite",
  input: personalLinksInput,
  run: async (ctx, input) => {
    const made = await createPersonalLinks(ctx, input);
    refresh();
    return made;
  },
});

export const revokeInvitationAction = withTenantAuth({
  permission: "member.invite",
  input: revokeInput,
  run: async (ctx, input) => {
    await revokeInvitation(ctx, input.id);
    refresh();
  },
});

/** Takes an invitation and goes in. */
export const acceptInvitationAction = withViewer({
  rate: "auth",
  input: acceptInput,
  run: async (ctx, input) => sendOn(goPath(await acceptInvitation(ctx, input))),
});
