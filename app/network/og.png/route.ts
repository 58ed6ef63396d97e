import { z } from "zod";
import { withHostApi } from "@/lib/actions/with-api";
import { keptResponse } from "@/lib/http/kept";
import { DEFAULT_LOCALE } from "@/lib/i18n/locales";
import { CATALOGUES } from "@/lib/i18n/messages";
import { pictureOf } from "@/lib/og-image/kept-pictures";
import { networkPicture } from "@/lib/og-image/subjects";

/** The network's picture for link previews, in its own language: nobody is asked for theirs. */
export const GET = withHostApi({
  rate: "picture",
  input: z.object({}),
  run: async (_ctx, _input, request) => {
    const { common, network } = CATALOGUES[DEFAULT_LOCALE];
    const body = await pictureOf(networkPicture(common.networkName, network.heroTitle));
    return keptResponse(request, { body, contentType: "image/png", maxAge: 600 });
  },
});
