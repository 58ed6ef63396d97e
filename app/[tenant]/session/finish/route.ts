import { withHostApi } from "@/lib/actions/with-api";
import { finishHandoff, finishInput } from "@/lib/auth/handoff";

/** Redeems the one-time code that the network host sent this browser here with. */
export const GET = withHostApi({ input: finishInput, run: finishHandoff });
