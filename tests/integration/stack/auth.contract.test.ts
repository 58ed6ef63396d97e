import { describe, expect, it } from "vitest";
import { sql, stackEnv } from "../../support/stack.ts";
import { anonClient, linkOf, mailsTo, newAddress, password } from "./clients.ts";

async function signUp(email: string, redirect?: string) {
  const options = { data: { name: "Ana" }, ...(redirect ? { emailRedirectTo: redirect } : {}) };
  return anonClient().auth.signUp({ email, password, options });
}

async function confirmed(email: string): Promise<void> {
  await signUp(email);
  const hash = linkOf((await mailsTo(email))[0]).searchParams.get("token_hash") ?? "";
  const { error } = await anonClient().auth.verifyOtp({ token_hash: hash, type: "signup" });
  if (error) throw error;
}

describe("signing up", () => {
  it("gives no session before the address is confirmed", async () => {
    const email = newAddress();
    const { data, error } = await signUp(email);
    expect(error).toBeNull();
    expect(data.session).toBeNull();
    expect(data.user?.email).toBe(email);
    const again = await anonClient().auth.signInWithPassword({ email, password });
    expect(again.error?.code).toBe("email_not_confirmed");
  });

  it("keeps the given data as an object", async () => {
    const email = newAddress();
    await signUp(email);
    const [row] = await sql<{ name: string; provider: string }>(
      `select raw_user_meta_data ->> 'name' as name, raw_app_meta_data ->> 'provider' as provider
         from auth.users where email = $1`,
      [email],
    );
    expect(row).toEqual({ name: "Ana", provider: "email" });
  });

  it("refuses a short password, naming why", async () => {
    const { error } = await anonClient().auth.signUp({ email: newAddress(), password: "short" });
    expect(error?.code).toBe("weak_password");
  });

  it("leads the mail to the network host with the page that was wanted", async () => {
    const email = newAddress();
    const wanted = `http://${stackEnv().ROOT_DOMAIN}/join?community=tango&x=%26`;
    await signUp(email, wanted);
    const link = linkOf((await mailsTo(email))[0]);
    expect(link.origin + link.pathname).toBe(`http://${stackEnv().ROOT_DOMAIN}/auth/confirm`);
    expect(link.searchParams.get("type")).toBe("signup");
    expect(link.searchParams.get("next")).toBe(wanted);
  });

  it("does not lead the mail to a foreign site", async () => {
    const email = newAddress();
    await signUp(email, "https://evil.example/phish");
    expect(linkOf((await mailsTo(email))[0]).searchParams.get("next")).not.toContain("evil.example");
  });

  it("sends the mail again when an unconfirmed person signs up again or asks for it", async () => {
    const email = newAddress();
    await signUp(email);
    expect((await signUp(email)).error).toBeNull();
    expect((await anonClient().auth.resend({ type: "signup", email })).error).toBeNull();
    const mails = await mailsTo(email);
    expect(mails).toHaveLength(3);
    const hash = linkOf(mails[0]).searchParams.get("token_hash") ?? "";
    const { data, error } = await anonClient().auth.verifyOtp({ token_hash: hash, type: "signup" });
    expect(error).toBeNull();
    expect(data.session?.access_token).toBeTruthy();
  });

  it("answers a taken address like a new one, without a mail", async () => {
    const email = newAddress();
    await confirmed(email);
    const before = (await mailsTo(email)).length;
    const { data, error } = await signUp(email);
    expect(error).toBeNull();
    expect(data.session).toBeNull();
    expect(data.user?.identities).toEqual([]);
    expect(await mailsTo(email)).toHaveLength(before);
  });
});

describe("signing in", () => {
  it("takes the password after confirmation and refuses a wrong one", async () => {
    const email = newAddress();
    await confirmed(email);
    const right = await anonClient().auth.signInWithPassword({ email, password });
    expect(right.data.session?.expires_in).toBe(3600);
    const wrong = await anonClient().auth.signInWithPassword({ email, password: "not-the-password" });
    expect(wrong.error?.code).toBe("invalid_credentials");
    const unknown = await anonClient().auth.signInWithPassword({ email: newAddress(), password });
    expect(unknown.error?.code).toBe("invalid_credentials");
  });

  it("uses a link once", async () => {
    const email = newAddress();
    await confirmed(email);
    const sent = await anonClient().auth.signInWithOtp({ email, options: { shouldCreateUser: false } });
    expect(sent.error).toBeNull();
    const link = linkOf((await mailsTo(email))[0]);
    expect(link.searchParams.get("type")).toBe("magiclink");
    const token = { token_hash: link.searchParams.get("token_hash") ?? "", type: "magiclink" as const };
    expect((await anonClient().auth.verifyOtp(token)).data.session).toBeTruthy();
    expect((await anonClient().auth.verifyOtp(token)).error?.code).toBe("otp_expired");
  });

  it("creates nobody through a link when told not to", async () => {
    const email = newAddress();
    const { error } = await anonClient().auth.signInWithOtp({ email, options: { shouldCreateUser: false } });
    expect(error?.code).toBe("otp_disabled");
    expect(await sql("select 1 from auth.users where email = $1", [email])).toEqual([]);
  });

  it("gives a new password through a mail, and the same answer to an unknown address", async () => {
    const email = newAddress();
    await confirmed(email);
    expect((await anonClient().auth.resetPasswordForEmail(newAddress())).error).toBeNull();
    expect((await anonClient().auth.resetPasswordForEmail(email)).error).toBeNull();
    const link = linkOf((await mailsTo(email))[0]);
    expect(link.searchParams.get("type")).toBe("recovery");
    const client = anonClient();
    const hash = link.searchParams.get("token_hash") ?? "";
    expect((await client.auth.verifyOtp({ token_hash: hash, type: "recovery" })).error).toBeNull();
    expect((await client.auth.updateUser({ password: "another-long-password" })).error).toBeNull();
    const after = await anonClient().auth.signInWithPassword({ email, password: "another-long-password" });
    expect(after.error).toBeNull();
  });

  it("changes the address through a mail to the present one", async () => {
    const [email, wanted] = [newAddress(), newAddress()];
    await confirmed(email);
    const client = anonClient();
    await client.auth.signInWithPassword({ email, password });
    expect((await client.auth.updateUser({ email: wanted })).error).toBeNull();
    const link = linkOf((await mailsTo(email))[0]);
    expect(link.searchParams.get("type")).toBe("email_change");
  });
});

describe("sessions", () => {
  it("rotates refresh tokens and ends sessions everywhere", async () => {
    const email = newAddress();
    await confirmed(email);
    const [first, second] = [anonClient(), anonClient()];
    await first.auth.signInWithPassword({ email, password });
    const { data } = await second.auth.signInWithPassword({ email, password });
    const refreshed = await first.auth.refreshSession();
    expect(refreshed.error).toBeNull();
    expect((await first.auth.signOut({ scope: "global" })).error).toBeNull();
    const gone = await anonClient().auth.refreshSession({ refresh_token: data.session?.refresh_token ?? "" });
    expect(gone.error).toBeTruthy();
    const user = await anonClient().auth.getUser(data.session?.access_token);
    expect(user.error).toBeTruthy();
  });

  it("carries the session in the token", async () => {
    const email = newAddress();
    await confirmed(email);
    const { data } = await anonClient().auth.signInWithPassword({ email, password });
    const claims = JSON.parse(
      Buffer.from(data.session?.access_token.split(".")[1] ?? "", "base64url").toString(),
    ) as Record<string, unknown>;
    expect(claims).toMatchObject({ sub: data.user?.id, role: "authenticated", aud: "authenticated", email });
    const rows = await sql("select 1 from auth.sessions where id = $1 and user_id = $2", [
      claims.session_id,
      data.user?.id,
    ]);
    expect(rows).toHaveLength(1);
  });
});
