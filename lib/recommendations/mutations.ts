import "server-only";
import { z } from "zod";
import type { ViewerContext } from "@/lib/actions/contexts";
import { unwrap, unwrapAs } from "@/lib/supabase/result";
import type { OutcomeInput } from "./schemas";

type Reader = Pick<ViewerContext, "db">;

const acceptedSchema = z.object({ journey_id: z.uuid() });

/**
 * Says what became of suggestions. Accepting takes them into a journey, or begins one for them, in one transaction;
 * taking that back takes them out. Gives the journey where there is one. Repeating it changes nothing.
 */
export async function tellOutcome({ db }: Reader, input: OutcomeInput): Promise<{ journey: string | null }> {
  switch (input.outcome) {
    case "accepted":
    case "begun": {
      const { outcome: _, ids, ...rest } = input;
      const where = "journey" in rest ? { p_journey: rest.journey } : { p_new: rest };
      const { journey_id } = await unwrapAs(
        acceptedSchema,
        db.rpc("accept_recommendations", { p_ids: ids, ...where }),
      );
      return { journey: journey_id };
    }
    case "unaccepted":
      await unwrap(db.rpc("unaccept_recommendation", { p_id: input.ids[0] ?? "" }));
      return { journey: null };
    default:
      await unwrap(db.rpc("tell_recommendations", { p_ids: input.ids, p_outcome: input.outcome }));
      return { journey: null };
  }
}
