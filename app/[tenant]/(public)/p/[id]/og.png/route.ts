import { z } from "zod";
import { withPublicApi } from "@/lib/actions/with-api";
import { keptResponse } from "@/lib/http/kept";
import { pictureOf } from "@/lib/og-image/kept-pictures";
import { postPicture } from "@/lib/og-image/subjects";

/** The picture of a public post for link previews. */
export const GET = withPublicApi({
  rate: "picture",
  input: z.object({ id: z.uuid() }),
  run: async (ctx, { id }, request) => {
    const body = await pictureOf(await postPicture(ctx, id));
    return keptResponse(request, { body, contentType: "image/png", maxAge: 600 });
  },
});
