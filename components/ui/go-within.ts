/** Goes to another address of the page that is open, without asking the server: for what the page has already. */
export function goWithin(event: { preventDefault: () => void }, href: string): void {
  event.preventDefault();
  window.history.pushState(null, "", href);
}
