"use client";

import { lazy } from "react";

// Menus are made of much code, and most pages are read without opening one: it comes when a menu is wanted.
const parts = () => import("./menu-parts");

export const Menu = lazy(async () => ({ default: (await parts()).Menu }));
export const MenuTrigger = lazy(async () => ({ default: (await parts()).MenuTrigger }));
export const MenuContent = lazy(async () => ({ default: (await parts()).MenuContent }));
export const MenuItem = lazy(async () => ({ default: (await parts()).MenuItem }));
export const MenuLink = lazy(async () => ({ default: (await parts()).MenuLink }));
export const MenuLabel = lazy(async () => ({ default: (await parts()).MenuLabel }));
export const MenuSeparator = lazy(async () => ({ default: (await parts()).MenuSeparator }));
