import { COMMON_PASSWORDS } from "./common-passwords";

export const PASSWORD_MIN_LENGTH = 8;

/** bcrypt reads no further than this many bytes. */
export const PASSWORD_MAX_BYTES = 72;

/** Why a password was refused; each has its own message. */
export type PasswordProblem = "password_short" | "password_long" | "password_common" | "password_is_address";

const RUNS = [
  "0123456789012345678901234567890",
  "9876543210987654321098765432109",
  "abcdefghijklmnopqrstuvwxyz",
];
const LOOKS_LIKE: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "@": "a",
  $: "s",
};

/**
 * The first thing wrong with a wanted password, or null. Length counts more than variety: any eight characters will
 * do that are not the address itself, one repeated piece, a run along the alphabet or keyboard, or a common word with
 * digits around it.
 */
export function findPasswordProblem(password: string, email: string): PasswordProblem | null {
  if ([...password].length < PASSWORD_MIN_LENGTH) return "password_short";
  if (new TextEncoder().encode(password).length > PASSWORD_MAX_BYTES) return "password_long";
  if (isAddress(password.toLowerCase(), email.toLowerCase())) return "password_is_address";
  return isCommon(password.toLowerCase()) ? "password_common" : null;
}

function isAddress(password: string, email: string): boolean {
  const [name = "", domain = ""] = email.split("@");
  const bare = stripEnds(password);
  return [email, name, domain, domain.split(".")[0]].some(
    (part) => part !== "" && (part === password || part === bare),
  );
}

function isCommon(password: string): boolean {
  const bare = stripEnds(password);
  return (
    bare === "" ||
    isRepeated(password) ||
    RUNS.some((run) => run.includes(password)) ||
    [password, bare, plain(password), stripEnds(plain(password))].some((form) => COMMON_PASSWORDS.has(form))
  );
}

/** Without the digits and marks that people put before and after a word. */
function stripEnds(text: string): string {
  return text.replace(/^[\d\s\p{P}\p{S}]+|[\d\s\p{P}\p{S}]+$/gu, "");
}

function plain(text: string): string {
  return text.replace(/[01345@$]/g, (character) => LOOKS_LIKE[character] ?? character);
}

/** One piece of at most four characters, over and over. */
function isRepeated(text: string): boolean {
  return /^(.{1,4}?)\1+$/su.test(text);
}
