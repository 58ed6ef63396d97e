import { getNetworkPage } from "@/lib/context/pages";

export default async function NetworkPage() {
  const { viewer } = await getNetworkPage();
  return <main id="content">{viewer?.display_name ?? "Archipelago"}</main>;
}
