"use server";

import { z } from "zod";
import { sendOn } from "@/lib/actions/send-on";
import { withPlatformAuth } from "@/lib/actions/with-platform-auth";
import { withTenantAuth } from "@/lib/actions/with-tenant-auth";
import { withGuest, withViewer } from "@/lib/actions/with-viewer";
import { AppError } from "@/lib/errors/app-error";
import { unwrap } from "@/lib/supabase/result";
import { evenly, evenlyRefused } from "./even-timing";
import {
  confirmMail,
  endEverySession,
  endHostSession,
  sendMail,
  setPassword,
  signIn,
  signOutEverywhere,
  signOutHere,
  signUp,
} from "./mutations";
import { withNext } from "./rules";
import {
  confirmInput,
  endSessionInput,
  mailInput,
  newPasswordInput,
  nothing,
  signInInput,
  signUpInput,
} from "./schemas";

/** Makes an account and sends the mail that confirms it. A taken address gets the same answer. */
export const signUpAction = withGuest({
  input: signUpInput,
  run: async (_ctx, input) => sendOn(await evenly(() => signUp(input))),
});

/** Signs in by password, or sends a link to sign in with. */
export const signInAction = withGuest({
  input: signInInput,
  run: async (ctx, input) =>
    sendOn(
      input.how === "link"
        ? await evenly(() => sendMail({ ...input, kind: "link" }))
        : await evenlyRefused(() => signIn(ctx, input)),
    ),
});

/** Sends a mail once more: confirmation, link, or new password. */
export const sendMailAction = withGuest({
  input: mailInput,
  run: async (_ctx, input) => sendOn(await evenly(() => sendMail(input))),
});

/** Redeems the link of a mail. */
export const confirmAction = withGuest({
  input: confirmInput,
  run: async (ctx, input) => sendOn(await confirmMail(ctx, input)),
});

/** Sets a new password, shortly after signing in. */
export const setPasswordAction = withViewer({
  rate: "auth",
  input: newPasswordInput,
  run: async (ctx, input) => sendOn(await setPassword(ctx, input)),
});

/** Signs out of the network in this browser. */
export const signOutAction = withGuest({
  rate: "write",
  input: nothing,
  run: async (ctx) => {
    await signOutHere(ctx);
    return sendOn("/");
  },
});

/** Makes room for another account: signs out here and goes to the sign-in page, which leads on as before. */
export const switchAccountAction = withGuest({
  rate: "write",
  input: z.strictObject({ next: z.string().max(4096).default("/") }),
  run: async (ctx, { next }) => {
    await signOutHere(ctx);
    return sendOn(withNext("/sign-in", next));
  },
});

/** Signs out of everything, on every device. */
export const signOutEverywhereAction = withViewer({
  input: nothing,
  run: async (ctx) => {
    await signOutEverywhere(ctx);
    return sendOn("/");
  },
});

/** Ends one of one's own sessions from the list. */
export const endOneSessionAction = withViewer({
  input: endSessionInput,
  run: async (ctx, { kind, id }) => {
    const ended = await unwrap(ctx.db.rpc("end_my_session", { p_kind: kind, p_id: id }));
    if (!ended) throw new AppError("not_found", "missing");
    return sendOn(id === ctx.viewer.session_id ? "/" : "/account/sessions");
  },
});

/** Signs out of this community's host; other communities stay as they are. */
export const endSessionAction = withTenantAuth({
  permission: "session.end",
  input: nothing,
  run: async ({ requestId }) => {
    await endHostSession(requestId);
    return sendOn("/");
  },
});

/** Signs out of everything, asked for on a community's host. */
export const endEverywhereAction = withTenantAuth({
  permission: "session.end",
  input: nothing,
  run: async ({ viewer, requestId }) => {
    await endEverySession(viewer.id, requestId);
    await endHostSession(requestId);
    return sendOn("/");
  },
});

/** Signs out of the staff's host. */
export const endStaffSessionAction = withPlatformAuth({
  permission: "communities.list",
  input: nothing,
  run: async ({ requestId }) => {
    await endHostSession(requestId);
    return sendOn("/");
  },
});
