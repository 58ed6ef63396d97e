import { withHostApi } from "@/lib/actions/with-api";
import { viewInput } from "@/lib/view/schemas";
import { chooseView } from "@/lib/view/visitor-view";

/** Keeps the language or appearance that a visitor chose. */
export const GET = withHostApi({ input: viewInput, run: chooseView });
