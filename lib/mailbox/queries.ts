import "server-only";
import type { z } from "zod";
import { serverEnv } from "@/lib/env/server";
import { AppError } from "@/lib/errors/app-error";
import { type Mail, mailSchema } from "./schemas";

const WAIT_MS = 3_000;

/** Whether there is a development mailbox; in production there is none. */
export function hasMailbox(): boolean {
  return serverEnv().DEV_MAILBOX_URL !== undefined;
}

async function ask<S extends z.ZodType>(schema: S, path: string): Promise<z.infer<S> | null> {
  const url = `${serverEnv().DEV_MAILBOX_URL}${path}`;
  const signal = AbortSignal.timeout(WAIT_MS);
  const response = await fetch(url, { cache: "no-store", signal }).catch((cause: unknown) => {
    throw new AppError("unavailable", "mailbox_down", {
      cause,
      detail: "the development mailbox does not answer",
    });
  });
  return response.ok ? schema.parse(await response.json()) : null;
}

/** The mails caught so far, newest first; with `to` only those to that address. */
export async function listMails(to: string): Promise<Mail[]> {
  const query = to ? `?${new URLSearchParams({ to })}` : "";
  return (await ask(mailSchema.array(), `/messages${query}`)) ?? [];
}

/** One mail, or null where it is not kept. */
export async function getMail(id: string): Promise<Mail | null> {
  return /^[\w-]{1,64}$/.test(id) ? ask(mailSchema, `/messages/${id}`) : null;
}
