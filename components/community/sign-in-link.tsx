"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { type ButtonLook, buttonClasses } from "@/components/ui/button-classes";

interface SignInLinkProps extends ButtonLook {
  children: ReactNode;
}

/** Leads through the sign-in of the network and back to this very page. Another host answers, so it is a plain link. */
export function SignInLink({ children, ...look }: SignInLinkProps) {
  const path = usePathname();
  return (
    <a href={`/session/start?${new URLSearchParams({ path })}`} className={buttonClasses(look)}>
      {children}
    </a>
  );
}
