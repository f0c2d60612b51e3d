/** Puts a text on the clipboard, as the keys for copying would: pages have no other right to it here. */
export function copyText(text: string): boolean {
  const give = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
  };
  document.addEventListener('copy', give, { once: true, capture: true });
  // The asynchronous clipboard asks for a permission, and this app gives none.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const isCopied = document.execCommand('copy');
  document.removeEventListener('copy', give, { capture: true });
  return isCopied;
}
