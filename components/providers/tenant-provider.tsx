"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Role } from "@/lib/auth/roles";

/** What client components may know of the community whose host this is, and of the viewer's place in it. */
export interface TenantInfo {
  id: string;
  slug: string;
  name: string;
  accent: string;
  logo: string | null;
  locale: string;
  timeZone: string;
  /** Whether visitors may read what is public here. */
  isPublic: boolean;
  /** Role of an active membership, else null. */
  role: Role | null;
}

const TenantContext = createContext<TenantInfo | null>(null);

/** Gives client components the community of this host; null on the network host. */
export function TenantProvider({ tenant, children }: { tenant: TenantInfo | null; children: ReactNode }) {
  return <TenantContext value={tenant}>{children}</TenantContext>;
}

export function useTenant(): TenantInfo | null {
  return useContext(TenantContext);
}
