import { createInterface } from "node:readline";
import { recommend } from "@/lib/recommendations/queries";
import { createDb } from "@/lib/supabase/client";

// Run as a process of its own, with providers from its environment as the app has them: for each line that it is given it
// asks what somebody might do next, and says who put that into order.
const [, , userId = "", sessionId = ""] = process.argv;
for await (const line of createInterface({ input: process.stdin })) {
  const db = createDb({ scope: "network", userId, sessionId }, line);
  const { origin, items } = await recommend(
    { limit: 8, wait: true },
    { db, requestId: line, language: "en" },
  );
  process.stdout.write(`${JSON.stringify({ by: origin.by, items: items.length })}\n`);
}
