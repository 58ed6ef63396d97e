import { z } from "zod";
import { withPublicApi } from "@/lib/actions/with-api";
import { keptResponse } from "@/lib/http/kept";
import { pictureOf } from "@/lib/og-image/kept-pictures";
import { communityPicture } from "@/lib/og-image/subjects";

/** The community's picture for link previews. */
export const GET = withPublicApi({
  rate: "picture",
  input: z.object({}),
  run: async ({ tenant }, _input, request) => {
    const body = await pictureOf(communityPicture(tenant));
    return keptResponse(request, { body, contentType: "image/png", maxAge: 600 });
  },
});
