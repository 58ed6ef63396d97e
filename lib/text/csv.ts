// Spreadsheets take what begins like this for a formula, full-width signs too.
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;

function field(value: string): string {
  const inert = FORMULA.test(value) ? `'${value}` : value;
  return `"${inert.replaceAll('"', '""')}"`;
}

/** One line of a CSV file (RFC 4180, line end included). What a spreadsheet would run stands behind an apostrophe. */
export function csvLine(values: readonly string[]): string {
  return `${values.map(field).join(",")}\r\n`;
}

/** Begins a CSV file: without it, spreadsheets read UTF-8 as something else. */
export const CSV_START = "\ufeff";
