import type { DemoGroup, DemoMember } from "../../types.ts";

export const members: readonly DemoMember[] = [
  {
    person: "lucia",
    role: "owner",
    status: "active",
    joinedDaysAgo: 2190,
    bio: "La del galpón. Si falta algo, me lo dicen a mí.",
  },
  { person: "osvaldo", role: "admin", status: "active", displayName: "Cacho Benedetti", joinedDaysAgo: 2180 },
  {
    person: "soledad",
    role: "admin",
    status: "active",
    displayName: "Sole (la de la puerta)",
    joinedDaysAgo: 2050,
  },
  { person: "pilar", role: "moderator", status: "active", joinedDaysAgo: 2011 },
  { person: "graciela", role: "member", status: "active", displayName: "Chela", joinedDaysAgo: 2120 },
  { person: "ximena", role: "member", status: "active", joinedDaysAgo: 1480 },
  { person: "ariel", role: "member", status: "active", joinedDaysAgo: 1733 },
  { person: "tomas", role: "member", status: "active", displayName: "Tomi", joinedDaysAgo: 338 },
  { person: "itziar", role: "member", status: "active", displayName: "Itziar de Bilbao", joinedDaysAgo: 902 },
  { person: "joaquim", role: "member", status: "active", displayName: "João Joaquim", joinedDaysAgo: 1199 },
  {
    person: "kenji",
    role: "member",
    status: "active",
    displayName: "Kenji Satō",
    bio: "Impresor tipográfico en Tokio. Vengo una vez por año y lo pienso las otras cincuenta y una semanas.",
    joinedDaysAgo: 1010,
  },
  { person: "vera", role: "member", status: "active", displayName: "Věra", joinedDaysAgo: 611 },
  { person: "camilo", role: "member", status: "active", joinedDaysAgo: 744 },
  { person: "nadia", role: "member", status: "active", joinedDaysAgo: 420 },
  {
    person: "maya",
    role: "member",
    status: "active",
    displayName: "Maya H.",
    bio: "Viví dos años en San Telmo. Sigo pisando, pero ahora con intención.",
    joinedDaysAgo: 1276,
  },
  { person: "rolando", role: "member", status: "suspended", joinedDaysAgo: 260 },
  { person: "keoni", role: "member", status: "invited", joinedDaysAgo: 9 },
  { person: "femi", role: "member", status: "removed", joinedDaysAgo: 805 },
];

export const groups: readonly DemoGroup[] = [
  {
    key: "cabina",
    name: "La cabina",
    description: "Los que ponemos música: tandas, cortinas, transferencias y el ruido de masa que no se va.",
    members: ["osvaldo", "ariel", "lucia", "joaquim", "vera"],
  },
  {
    key: "puerta",
    name: "Equipo de la puerta",
    description: "Turnos, caja y llaves.",
    members: ["soledad", "lucia", "osvaldo", "pilar", "tomas"],
  },
];
