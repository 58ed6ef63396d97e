"use client";

import { late } from "./late";

// Menus are made of much code, and most pages are read without opening one: it comes when a menu is wanted.
const parts = () => import("./menu-parts");

export const Menu = late(async () => (await parts()).Menu);
export const MenuTrigger = late(async () => (await parts()).MenuTrigger);
export const MenuContent = late(async () => (await parts()).MenuContent);
export const MenuItem = late(async () => (await parts()).MenuItem);
export const MenuLink = late(async () => (await parts()).MenuLink);
export const MenuLabel = late(async () => (await parts()).MenuLabel);
export const MenuSeparator = late(async () => (await parts()).MenuSeparator);
