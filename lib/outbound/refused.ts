/** Why something was not fetched. Never says what answered. */
export type Refusal =
  | "address"
  | "scheme"
  | "port"
  | "user"
  | "number"
  | "name"
  | "unresolved"
  | "not_public"
  | "redirects"
  | "status"
  | "type"
  | "encoding"
  | "unreachable"
  | "too_slow";

/** Something was not fetched, or nothing useful came back. */
export class OutboundRefused extends Error {
  constructor(readonly reason: Refusal) {
    super(`Not fetched: ${reason}`);
    this.name = "OutboundRefused";
  }
}
