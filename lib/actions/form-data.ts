/**
 * An action's payload as plain data. Form fields that come several times become an array; what React itself
 * adds to a form (names that begin with "$") is left out.
 */
export function payloadOf(input: unknown): unknown {
  if (!(input instanceof FormData)) return input;
  const fields: Record<string, FormDataEntryValue | FormDataEntryValue[]> = Object.create(null);
  for (const [name, value] of input.entries()) {
    if (name.startsWith("$")) continue;
    const before = fields[name];
    fields[name] =
      before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value];
  }
  return { ...fields };
}

const SECRET_FIELD = /password|token|secret|code/i;

/** The texts of a form to show again after a refusal: one per field, without secrets. Other payloads stay where they are. */
export function typedValues(input: unknown): Record<string, string> | undefined {
  if (!(input instanceof FormData)) return undefined;
  const texts = [...input.entries()].filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === "string" && !entry[0].startsWith("$") && !SECRET_FIELD.test(entry[0]),
  );
  return Object.fromEntries(texts);
}
