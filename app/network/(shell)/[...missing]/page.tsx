import { notFound } from "next/navigation";

/** Whatever the network host does not serve: answered within its own frame. */
export default function Missing() {
  notFound();
}
