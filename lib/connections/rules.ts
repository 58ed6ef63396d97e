/** The name in a community's address, however somebody gives it: `harbour`, `harbour.example.org`, a whole link. */
export function readAddress(text: string): string {
  const host = text
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, "")
    .replace(/[/?#].*$/, "");
  return host.split(".", 1)[0]?.replace(/:\d*$/, "") ?? "";
}
