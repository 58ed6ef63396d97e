import commands from "../messages/en/commands.json";
import shortcuts from "../messages/en/shortcuts.json";

export const texts = { commands, shortcuts };
