"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { findSlugText, type SlugText } from "@/lib/tenants/create-rules";
import type { CreateStep } from "@/lib/tenants/create-steps";
import { slugQuery } from "./slug-field";

/** Texts among all those of `errors`: the others need not travel to the browser. */
const PROBLEMS = {
  slug_short: "slug_short",
  slug_long: "slug_long",
  slug_characters: "slug_characters",
  slug_hyphens: "slug_hyphens",
  slug_unavailable: "slug_unavailable",
  required: "required",
  accent_invalid: "accent_invalid",
} as const satisfies { [Key in SlugText]: Key } & Record<"required" | "accent_invalid", string>;

type Problem = keyof typeof PROBLEMS;

interface Typed {
  name: string;
  slug: string;
  accent: string;
}

/** Says what is wrong in a step, by field; the server looks at everything again. */
export function useStepCheck() {
  const errors = useTranslations("errors");
  const queries = useQueryClient();
  const checkSlug = async (slug: string): Promise<Problem | null> => {
    if (slug === "") return "required";
    const problem = findSlugText(slug);
    if (problem) return problem;
    // Where nobody answers one may go on: the address is looked at when the community is founded.
    const answer = await queries.fetchQuery(slugQuery(slug)).catch(() => null);
    return answer?.problem ?? null;
  };
  return async (step: CreateStep, { name, slug, accent }: Typed): Promise<Record<string, string>> => {
    const found: Record<string, Problem | null> = {};
    if (step === "name") {
      found.name = name.trim() === "" ? "required" : null;
      found.slug = await checkSlug(slug);
    }
    if (step === "look") found.accent = /^#[0-9a-f]{6}$/i.test(accent.trim()) ? null : "accent_invalid";
    return Object.fromEntries(
      Object.entries(found).flatMap(([field, problem]) =>
        problem ? [[field, errors(PROBLEMS[problem])]] : [],
      ),
    );
  };
}
