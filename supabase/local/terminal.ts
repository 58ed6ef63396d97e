/** Lines that are expected and would only worry a reader. */
const expected = [/"middleware" file convention is deprecated/, /ExperimentalWarning/, /--trace-warnings/];

const alarming = /(^|[\s[(])(error|warn|warning|fatal|unhandled\w*)\b|⨯|⚠/i;

type LogRecord = { level?: unknown; msg?: unknown; err?: { message?: unknown } };

function ofRecord(line: string): string | undefined | null {
  try {
    const record = JSON.parse(line) as LogRecord;
    if (typeof record.level !== "number") return null;
    if (record.level < 40) return undefined;
    const detail = typeof record.err?.message === "string" ? `: ${record.err.message}` : "";
    return `${typeof record.msg === "string" ? record.msg : "error"}${detail}`;
  } catch {
    return null;
  }
}

/**
 * What of a program's line is worth showing on the terminal: warnings and errors, from plain text and from JSON
 * log records alike; undefined for the rest, which is in the log file. Pure.
 */
export function noteworthy(line: string): string | undefined {
  const fromRecord = line.startsWith("{") ? ofRecord(line) : null;
  if (fromRecord !== null) return fromRecord;
  if (!alarming.test(line) || expected.some((pattern) => pattern.test(line))) return undefined;
  return line.trim();
}
