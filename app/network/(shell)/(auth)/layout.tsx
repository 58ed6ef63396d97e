import type { Metadata } from "next";
import type { ReactNode } from "react";
import { PageColumn } from "@/components/network/page-column";

export const metadata: Metadata = { robots: { index: false } };

export default function AuthLayout({ children }: { children: ReactNode }) {
  return <PageColumn>{children}</PageColumn>;
}
