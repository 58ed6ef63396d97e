"use server";

import { withViewer } from "@/lib/actions/with-viewer";
import { markRead, muteNotices } from "./mutations";
import { markReadInput, muteInput } from "./schemas";

/** Marks notifications as read: one group, or all until a moment. */
export const markReadAction = withViewer({ input: markReadInput, run: markRead });

/** Mutes a community in the inbox, or hears it again. */
export const muteNoticesAction = withViewer({ input: muteInput, run: muteNotices });
