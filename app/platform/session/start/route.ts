import { withHostApi } from "@/lib/actions/with-api";
import { startHandoff, startInput } from "@/lib/auth/handoff";

/** Begins the hand-off of a sign-in from the network host to this one. */
export const GET = withHostApi({ input: startInput, run: startHandoff });
