"use client";

import { useState } from "react";
import type { FieldControl } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { listTimeZones } from "@/lib/time/zones";

interface ZoneSelectProps {
  control: FieldControl;
  zone: string;
}

/** A time zone. The four hundred others are made when somebody reaches for them: a form opens sooner without. */
export function ZoneSelect({ control, zone }: ZoneSelectProps) {
  const [reached, setReached] = useState(false);
  const reach = () => setReached(true);
  return (
    <Select {...control} defaultValue={zone} onPointerDown={reach} onFocus={reach}>
      {(reached ? listTimeZones(zone) : [zone]).map((one) => (
        <option key={one} value={one}>
          {one.replaceAll("_", " ")}
        </option>
      ))}
    </Select>
  );
}
