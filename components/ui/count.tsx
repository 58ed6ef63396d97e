import { useLocale } from "next-intl";
import { formatNumber } from "@/lib/format/number";

/** A number with the digits and groups of the reader's region. */
export function Count({ value }: { value: number }) {
  return formatNumber(value, useLocale());
}
