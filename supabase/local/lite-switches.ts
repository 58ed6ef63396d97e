// @supabase/lite reads its switches once, while it loads, and has Storage off outside tests unless it is told otherwise.
process.env.EXPERIMENTAL_STORAGE = "1";
process.env.LITE_TELEMETRY = "0";
