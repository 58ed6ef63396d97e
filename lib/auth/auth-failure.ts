import { AppError } from "@/lib/errors/app-error";

/** The part of a Supabase Auth error that says what happened. */
export interface AuthFailure {
  status?: number;
  code?: string;
  message: string;
}

type Told = ConstructorParameters<typeof AppError>;

const BY_CODE: Readonly<Record<string, [Told[0], Told[1], Record<string, string>?]>> = {
  invalid_credentials: ["invalid", "wrong_credentials"],
  // Some services say so before they have looked at the password: the same words then, or addresses could be tried.
  email_not_confirmed: ["invalid", "wrong_credentials"],
  user_banned: ["invalid", "wrong_credentials"],
  otp_expired: ["invalid", "link_expired"],
  otp_disabled: ["invalid", "link_expired"],
  flow_state_expired: ["invalid", "link_expired"],
  same_password: ["invalid", "check_fields", { password: "password_same" }],
  weak_password: ["invalid", "check_fields", { password: "password_common" }],
  email_address_invalid: ["invalid", "check_fields", { email: "email_invalid" }],
  validation_failed: ["invalid", "check_fields"],
  session_not_found: ["unauthenticated", "session_ended"],
  session_expired: ["unauthenticated", "session_ended"],
  over_request_rate_limit: ["rate_limited", "too_many_requests"],
  over_email_send_rate_limit: ["rate_limited", "too_many_requests"],
};

/** Turns a failure of Supabase Auth into the error a caller may see. */
export function fromAuth(failure: AuthFailure): AppError {
  const detail = `${failure.code ?? failure.status}: ${failure.message}`;
  const status = failure.status ?? 0;
  const [code, reason, fields] = BY_CODE[failure.code ?? ""] ?? [];
  if (code && reason) return new AppError(code, reason, { detail, fields });
  if (status === 0 || status >= 502) return new AppError("unavailable", "sign_in_down", { detail });
  if (status === 429) return new AppError("rate_limited", "too_many_requests", { detail });
  return new AppError("internal", "unexpected", { detail });
}

/** Whether a failure says that the address is known, or unknown: never to be told. */
export function isAboutAddress({ code }: AuthFailure): boolean {
  return [
    "user_already_exists",
    "email_exists",
    "otp_disabled",
    "signup_disabled",
    "user_not_found",
  ].includes(code ?? "");
}
