/** A sentence in pieces: `*lack*` is what is missing, `_spare_` what there is to spare. */
export function pieces(sentence: string): { text: string; tone: 'red' | 'wisla' | null }[] {
  return sentence
    .split(/(\*[^*]+\*|_[^_]+_)/)
    .filter(Boolean)
    .map((text) => {
      const tone = text.startsWith('*') ? 'red' : text.startsWith('_') ? 'wisla' : null;
      return { text: tone ? text.slice(1, -1) : text, tone };
    });
}
