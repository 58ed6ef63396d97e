/** Named values as plain data: what comes several times becomes an array. */
export function collectFields<T extends FormDataEntryValue>(
  entries: Iterable<[string, T]>,
): Record<string, T | T[]> {
  const fields: Record<string, T | T[]> = Object.create(null);
  for (const [name, value] of entries) {
    const before = fields[name];
    fields[name] =
      before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value];
  }
  return { ...fields };
}

/** An action's payload as plain data. What React itself adds to a form (names that begin with "$") is left out. */
export function payloadOf(input: unknown): unknown {
  if (!(input instanceof FormData)) return input;
  return collectFields([...input.entries()].filter(([name]) => !name.startsWith("$")));
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
