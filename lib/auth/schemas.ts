import { z } from "zod";
import { communityCardSchema } from "@/lib/tenants/schemas";
import { lineField } from "@/lib/text/fields";
import { findPasswordProblem } from "./password-rules";

const MOST_NEXT = 4096;

const email = z
  .string({ error: "required" })
  .trim()
  .toLowerCase()
  .min(1, "required")
  .max(254, "email_invalid")
  .pipe(z.email({ error: "email_invalid" }));

const next = z.string().max(MOST_NEXT).default("/");

/** What a mail was asked for. */
export const MAIL_KINDS = ["signup", "link", "recovery"] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** Supabase's names for what a mail's link proves. */
export const CONFIRM_TYPES = ["signup", "magiclink", "recovery", "email", "email_change", "invite"] as const;

export const signUpInput = z
  .strictObject({
    display_name: lineField(80).refine((name) => name !== "", "required"),
    email,
    password: z.string({ error: "required" }).min(1, "required").max(200, "password_long"),
    next,
  })
  .superRefine((input, ctx) => {
    const problem = findPasswordProblem(input.password, input.email);
    if (problem) ctx.addIssue({ code: "custom", path: ["password"], message: problem });
  });
export type SignUpInput = z.output<typeof signUpInput>;

/** One form, two buttons: with the password, or by a link in a mail. */
export const signInInput = z
  .strictObject({
    email,
    password: z.string().max(200, "wrong_credentials").default(""),
    how: z.enum(["password", "link"]).default("password"),
    next,
  })
  .superRefine((input, ctx) => {
    if (input.how === "password" && input.password === "")
      ctx.addIssue({ code: "custom", path: ["password"], message: "required" });
  });
export type SignInInput = z.output<typeof signInInput>;

export const mailInput = z.strictObject({ email, kind: z.enum(MAIL_KINDS), next });
export type MailInput = z.output<typeof mailInput>;

export const confirmInput = z.strictObject({
  token_hash: z.string().min(1).max(300),
  type: z.enum(CONFIRM_TYPES),
  next,
});
export type ConfirmInput = z.output<typeof confirmInput>;

export const newPasswordInput = z.strictObject({
  password: z.string({ error: "required" }).min(1, "required").max(200, "password_long"),
  next,
});
export type NewPasswordInput = z.output<typeof newPasswordInput>;

/** Which of one's sessions to end: a sign-in on the network host, or a community host's own. */
export const endSessionInput = z.strictObject({ kind: z.enum(["network", "host"]), id: z.uuid() });

/** For forms that say nothing but "do it". */
export const nothing = z.strictObject({});

const networkSessionSchema = z.object({ id: z.uuid(), created_at: z.string(), current: z.boolean() });

const hostSessionSchema = z.object({
  id: z.uuid(),
  host: z.string(),
  ip: z.string().nullable(),
  user_agent: z.string().nullable(),
  created_at: z.string(),
  last_seen_at: z.string(),
  auth_session_id: z.uuid(),
  community: communityCardSchema.nullable(),
});

/** The answer of `list_my_sessions`: sign-ins on the network host, and the hosts each was carried to. */
export const sessionListSchema = z.object({
  network: z.array(networkSessionSchema),
  hosts: z.array(hostSessionSchema),
});
export type SessionList = z.infer<typeof sessionListSchema>;
export type HostSession = z.infer<typeof hostSessionSchema>;
