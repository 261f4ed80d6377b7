/** A letter's text in parts, its addresses apart so that they can be followed. */
export function partsOf(text: string): { text: string; url: string | null }[] {
  return text.split(/(https?:\/\/[^\s<>"]+)/).map((part, i) => {
    const url = i % 2 === 1 ? URL.parse(part) : null;
    // letters name this service's own address; the way there stays on this page's origin
    const path = url && url.pathname + url.search + url.hash;
    return { text: part, url: path?.startsWith('//') ? null : path };
  });
}
