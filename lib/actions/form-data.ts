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
