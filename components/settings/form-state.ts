import type { SendingForm } from "@/components/forms/use-sending-form";
import type { CommunitySettings } from "@/lib/tenants/settings-schemas";

/** What every part of the form needs: what is kept now, what was refused and why. */
export interface SettingsFormState {
  settings: CommunitySettings;
  errors: Readonly<Record<string, string>> | undefined;
  value: SendingForm["value"];
}
