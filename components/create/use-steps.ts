"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useEffectEvent, useRef } from "react";
import { CREATE_STEPS, createStepQuery, readCreateStep, stepOfField } from "@/lib/tenants/create-steps";

/** Where the focus goes with a step: to its heading, to a field, or where it is. */
type Focus = { to: "heading" } | { to: "field"; id: string } | { to: "nothing" };

const FIELD_LINK = /^#field-(.+)$/;

/** Id of the heading of a step. */
export function stepHeadingId(place: number): string {
  return `step-${CREATE_STEPS[place]}`;
}

/** The step that the address names: back and forward of the browser go through the steps. */
export function useSteps() {
  const place = readCreateStep(useSearchParams().get("step"));
  const focus = useRef<Focus>({ to: "heading" });
  const shown = useRef(place);
  const open = (next: number, on: Focus = { to: "heading" }) => {
    if (next === place) {
      if (on.to === "field") document.getElementById(on.id)?.focus();
      return;
    }
    focus.current = on;
    window.history.pushState(null, "", `${window.location.pathname}${createStepQuery(next)}`);
  };
  useEffect(() => {
    if (shown.current === place) return;
    shown.current = place;
    const on = focus.current;
    focus.current = { to: "heading" };
    if (on.to === "nothing") return;
    document.getElementById(on.to === "field" ? on.id : stepHeadingId(place))?.focus();
  }, [place]);
  // What sums up the errors links to fields, which may stand in another step.
  const follow = useEffectEvent(() => {
    const field = FIELD_LINK.exec(window.location.hash)?.[1];
    const next = field === undefined ? null : stepOfField(field);
    if (next !== null) open(next, { to: "field", id: `field-${field}` });
  });
  useEffect(() => {
    const listen = () => follow();
    window.addEventListener("hashchange", listen);
    return () => window.removeEventListener("hashchange", listen);
  }, []);
  return { place, open };
}
