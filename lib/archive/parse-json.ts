import type { z } from "zod";

/** What was read, or what is wrong and what to do. */
export type Parsed<Value> = { ok: true; value: Value } | { ok: false; what: string; advice: string };

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const CORRECT = "Correct it, then put the file's new row count and SHA-256 into manifest.json.";

function failed(what: string, advice = CORRECT): { ok: false; what: string; advice: string } {
  return { ok: false, what, advice };
}

/** Decodes UTF-8 strictly and parses JSON. Pure. */
export function parseJson(bytes: Buffer): Parsed<unknown> {
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    return failed("it is not valid UTF-8.", "Save the file as UTF-8 again from its source.");
  }
  if (text.startsWith("\uFEFF"))
    return failed("it begins with a byte-order mark.", "Save the file as UTF-8 without one.");
  if (text.trim() === "") return failed("it is empty.", "Remove the empty line.");
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (cause) {
    return failed(`it is not JSON (${cause instanceof Error ? cause.message : String(cause)}).`);
  }
}

/** Decodes, parses and checks one JSON value against a schema. Pure. */
export function parseAs<Value>(schema: z.ZodType<Value>, bytes: Buffer): Parsed<Value> {
  const json = parseJson(bytes);
  if (!json.ok) return json;
  const result = schema.safeParse(json.value);
  if (result.success) return { ok: true, value: result.data };
  const what = result.error.issues.map((issue) => describeIssue(issue, json.value)).join("; ");
  return failed(`${what}.`);
}

function describeIssue(issue: z.core.$ZodIssue, input: unknown): string {
  const field = issue.path.join(".");
  if (issue.code === "unrecognized_keys") {
    const names = issue.keys.map((key) => JSON.stringify(key)).join(", ");
    const place = field === "" ? "" : ` in ${field}`;
    return `${names}${place} is no field of this format`;
  }
  if (issue.code === "invalid_type") {
    const missing = issue.path.length > 0 && valueAt(input, issue.path) === undefined;
    return missing ? `${field} is missing` : `${field || "it"} is not ${article(issue.expected)}`;
  }
  if (issue.code === "invalid_value")
    return `${field} is not ${issue.values.map((value) => JSON.stringify(value)).join(" or ")}`;
  return issue.code === "custom" ? `${field} ${issue.message}` : `${field}: ${issue.message}`;
}

function valueAt(input: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    input,
  );
}

function article(type: string): string {
  if (type === "int") return "a whole number";
  return /^[aeio]/.test(type) ? `an ${type}` : `a ${type}`;
}
