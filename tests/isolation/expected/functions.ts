import { communityFunctions } from "./functions/communities.ts";
import { coreFunctions } from "./functions/core.ts";
import { inboxFunctions } from "./functions/inbox.ts";
import { journeyFunctions } from "./functions/journeys.ts";
import { leavingFunctions } from "./functions/leaving.ts";
import { sharingFunctions } from "./functions/sharing.ts";
import { writingFunctions } from "./functions/writing.ts";

/** Functions by name and arguments, and the API roles that may execute each. */
export type FunctionRoles = Readonly<Record<string, readonly string[]>>;

/**
 * Every function of the exposed and the private schema, and which API roles may execute it. Functions that only other
 * functions, triggers and workers call have no role. A function that stands here in `public` may be SECURITY DEFINER.
 */
export const functionsExpected: FunctionRoles = {
  ...coreFunctions,
  ...communityFunctions,
  ...writingFunctions,
  ...sharingFunctions,
  ...inboxFunctions,
  ...journeyFunctions,
  ...leavingFunctions,
};
