import commands from "../messages/ar/commands.json";
import shortcuts from "../messages/ar/shortcuts.json";

export const texts = { commands, shortcuts };
