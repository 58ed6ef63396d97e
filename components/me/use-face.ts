"use client";

import { useState } from "react";
import type { FaceAudience } from "@/lib/faces/limits";
import type { Face, FaceInput } from "@/lib/faces/schemas";
import { formatTags, parseTags } from "@/lib/posts/tags";

/** A face as its fields hold it: words as one types them. */
export interface FaceDraft extends Omit<FaceInput, "skills" | "interests"> {
  skills: string;
  interests: string;
}

/** What was typed into a form that came back, by the names of its fields; undefined for a fresh one. */
type Typed = Readonly<Record<string, string>> | undefined;

function draftOf(face: Face, typed: Typed): FaceDraft {
  const { known_cities: _cities, known_words: _words, ...own } = face;
  const draft = { ...own, skills: formatTags(face.skills), interests: formatTags(face.interests) };
  if (!typed) return draft;
  const audience = (name: string, was: FaceAudience) => (typed[name] as FaceAudience | undefined) ?? was;
  return {
    display_name: typed.display_name ?? draft.display_name,
    bio: typed.bio ?? draft.bio,
    city: typed.city ?? draft.city,
    skills: typed.skills ?? draft.skills,
    interests: typed.interests ?? draft.interests,
    city_for: audience("city_for", draft.city_for),
    skills_for: audience("skills_for", draft.skills_for),
    interests_for: audience("interests_for", draft.interests_for),
    listed: typed.listed === "on",
    shows_membership: typed.shows_membership === "on",
  };
}

/** The face that a form holds, and how it would be shown. */
export function useFace(face: Face, typed: Typed) {
  const [draft, setDraft] = useState(() => draftOf(face, typed));
  const change = (part: Partial<FaceDraft>) => setDraft((before) => ({ ...before, ...part }));
  const shown: FaceInput = {
    ...draft,
    display_name: draft.display_name.trim() || face.display_name,
    bio: draft.bio.trim(),
    city: draft.city.trim(),
    skills: parseTags(draft.skills),
    interests: parseTags(draft.interests),
  };
  return { draft, change, shown };
}
