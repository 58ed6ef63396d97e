import commands from "../messages/ja/commands.json";
import shortcuts from "../messages/ja/shortcuts.json";

export const texts = { commands, shortcuts };
