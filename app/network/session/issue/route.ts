import { withGuestApi } from "@/lib/actions/with-api";
import { issueHandoff, issueInput } from "@/lib/auth/issue-handoff";

/** Hands the sign-in of this host on to a community's host by a one-time code. */
export const GET = withGuestApi({
  rate: "handoff",
  input: issueInput,
  run: issueHandoff,
});
