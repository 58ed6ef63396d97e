"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useTenant } from "@/components/providers/tenant-provider";
import { Avatar } from "@/components/ui/avatar";
import { fetchJson } from "@/lib/http/fetch-json";
import type { FoundMembers } from "@/lib/memberships/schemas";
import type { PaletteCommand } from "./use-palette-commands";

const LETTERS_AT_LEAST = 2;
const PAUSE_MS = 150;

/** Members of this host's community by name; nobody for who may not see them. */
export function useMemberCommands(query: string): { commands: PaletteCommand[]; busy: boolean } {
  const tenant = useTenant();
  const router = useRouter();
  const typed = query.trim();
  const wanted = useSettled(typed);
  const enabled = tenant?.role != null && [...wanted].length >= LETTERS_AT_LEAST;
  const found = useQuery({
    queryKey: ["members-by-name", wanted],
    queryFn: ({ signal }) =>
      fetchJson<FoundMembers>(`/api/v1/members?${new URLSearchParams({ q: wanted })}`, { signal }),
    enabled: enabled && wanted === typed,
    retry: false,
  });
  const members = (enabled && wanted === typed && found.data?.members) || [];
  return {
    busy: found.isFetching,
    commands: members.map(({ id, name }) => ({
      id: `member:${id}`,
      group: "members",
      label: name,
      lang: tenant?.locale,
      mark: <Avatar name={name} size={24} />,
      run: () => router.push(`/members?${new URLSearchParams({ q: name })}`),
    })),
  };
}

/** A text once somebody has stopped typing. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
