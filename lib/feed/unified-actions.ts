"use server";

import { refresh } from "next/cache";
import { sendOn } from "@/lib/actions/send-on";
import { withViewer } from "@/lib/actions/with-viewer";
import { keepView, muteCommunity, pinCommunities, removeView } from "./unified-mutations";
import { unifiedHref, WHOLE_STREAM } from "./unified-rules";
import { keepViewInput, muteInput, pinInput, removeViewInput } from "./unified-schemas";

/** Keeps what one looks at as a view, and goes there. */
export const keepViewAction = withViewer({
  input: keepViewInput,
  run: async ({ db }, input) => sendOn(unifiedHref({ ...WHOLE_STREAM, kept: await keepView(db, input) })),
});

/** Forgets a view, and goes back to everything. */
export const removeViewAction = withViewer({
  input: removeViewInput,
  run: async ({ db }, { id }) => {
    await removeView(db, id);
    return sendOn(unifiedHref(WHOLE_STREAM));
  },
});

/** Leaves a community out of the feed over several for a while, or hears it again. */
export const muteAction = withViewer({
  input: muteInput,
  run: async ({ db }, { tenant, span }) => {
    const until = await muteCommunity(db, tenant, span === "none" ? null : span);
    refresh();
    return { until };
  },
});

/** What stands first in the switcher. */
export const pinAction = withViewer({
  input: pinInput,
  run: async ({ db }, { tenants }) => {
    await pinCommunities(db, tenants);
    refresh();
  },
});
