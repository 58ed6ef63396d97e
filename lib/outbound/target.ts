import { isIP } from "node:net";
import { OutboundRefused } from "./refused";

const MAX_LENGTH = 2048;

const NAME = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;

/** Names that lead nowhere on the public internet. */
const INNER_NAMES =
  /(^|\.)(localhost|local|localdomain|internal|intranet|home|lan|corp|private|test|invalid|example|onion|arpa|alt)$/;

/**
 * Reads an address that may be fetched: https on its usual port, to a name with a dot in it, without a user.
 * Throws OutboundRefused for anything else.
 */
export function readTarget(address: string, base?: URL): URL {
  if (address.length > MAX_LENGTH || !URL.canParse(address, base)) throw new OutboundRefused("address");
  const url = new URL(address, base);
  if (url.protocol !== "https:") throw new OutboundRefused("scheme");
  if (url.port !== "") throw new OutboundRefused("port");
  if (url.username !== "" || url.password !== "") throw new OutboundRefused("user");
  const host = url.hostname.replace(/\.$/, "").toLowerCase();
  // An address in numbers has no certificate to tell who answers.
  if (host.startsWith("[") || isIP(host)) throw new OutboundRefused("number");
  if (!NAME.test(host) || INNER_NAMES.test(host)) throw new OutboundRefused("name");
  url.hostname = host;
  url.hash = "";
  return url;
}
