import { notFound } from "next/navigation";

/** An address that no page of a community has: answered within its frame, if one may know the community at all. */
export default function UnknownPage() {
  notFound();
}
