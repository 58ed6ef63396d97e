import commands from "../messages/es/commands.json";
import shortcuts from "../messages/es/shortcuts.json";

export const texts = { commands, shortcuts };
