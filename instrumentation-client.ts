import { saysViewer } from "@/lib/http/sent-for";

// Style sheets that menus and dialogs put into the page carry the page's nonce; the library that writes them asks here.
Reflect.set(window, "__webpack_nonce__", document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce);

window.fetch = saysViewer(window.fetch.bind(window));
