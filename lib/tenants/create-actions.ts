"use server";

import { sendOn } from "@/lib/actions/send-on";
import { withViewer } from "@/lib/actions/with-viewer";
import { createCommunity } from "./create-mutations";
import { createCommunityInput } from "./create-schemas";
import { goPath } from "./directory-rules";

/** Founds a community and goes there. */
export const createCommunityAction = withViewer({
  rate: "found",
  input: createCommunityInput,
  run: async (ctx, input) => sendOn(goPath((await createCommunity(ctx, input)).slug)),
});
