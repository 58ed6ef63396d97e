"use client";

import { createContext, useContext } from "react";
import type { PostSummary } from "@/lib/posts/schemas";

/** The post of the card around. */
export const CardPost = createContext<PostSummary | null>(null);

/** The post of the card that one stands in. */
export function useCardPost(): PostSummary {
  const post = useContext(CardPost);
  if (!post) throw new Error("useCardPost needs a card around it");
  return post;
}
