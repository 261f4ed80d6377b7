import { type AST, parse } from 'svelte/compiler';

type Node = Record<string, unknown> & { type: string; start: number };

/** Attributes that a person reads or hears. */
const SPOKEN = /^(aria-(label|description|roledescription|valuetext|placeholder)|alt|title|placeholder|label|legend|heading|hint|text)$/;
/** Elements whose text is a mark, the same in every language. */
const MARKS = new Set(['kbd', 'code', 'style', 'script']);
const LETTERS = /\p{L}/u;
/** Letters beyond ASCII: such text was written for people, whatever attribute it stands in. */
const FOREIGN = /[^\p{ASCII}\P{L}]/u;

export interface Found {
  line: number;
  text: string;
}

/** Text for people that stands in a component itself instead of coming from a message. */
export function writtenText(source: string): Found[] {
  const found: Found[] = [];
  const keep = (node: Node, text: string) =>
    found.push({ line: source.slice(0, node.start).split('\n').length, text: text.trim().replaceAll(/\s+/g, ' ') });
  walk(parse(source, { modern: true }).fragment as unknown as Node, false, (node, inMark) => {
    if (node.type === 'Text' && !inMark && LETTERS.test(String(node.data))) keep(node, String(node.data));
    if (node.type === 'ExpressionTag' && !inMark)
      for (const text of literals(node.expression as Node)) if (LETTERS.test(text)) keep(node, text);
    if (node.type === 'Attribute') {
      const spoken = SPOKEN.test(String(node.name));
      for (const text of valuesOf(node as unknown as AST.Attribute)) if (spoken ? LETTERS.test(text) : FOREIGN.test(text)) keep(node, text);
    }
  });
  return found;
}

/** Visits the elements and texts of a template; what stands in an attribute is visited as the attribute only. */
function walk(node: Node, inMark: boolean, visit: (node: Node, inMark: boolean) => void): void {
  visit(node, inMark);
  if (node.type === 'Attribute') return;
  const mark = inMark || MARKS.has(String(node.name));
  for (const key of ['nodes', 'fragment', 'attributes', 'body', 'consequent', 'alternate', 'fallback', 'pending', 'then', 'catch']) {
    const child = node[key] as Node | Node[] | null | undefined;
    if (child && typeof child === 'object') for (const each of Array.isArray(child) ? child : [child]) walk(each, mark, visit);
  }
}

function valuesOf({ value }: AST.Attribute): string[] {
  if (value === true) return [];
  return (Array.isArray(value) ? value : [value]).flatMap((part) =>
    part.type === 'Text' ? [part.data] : literals(part.expression as unknown as Node),
  );
}

/** The string literals that an expression may come out as. What is handed to a function is not text yet. */
function literals(node: Node): string[] {
  const of = (...keys: string[]) => keys.flatMap((key) => literals(node[key] as Node));
  if (node.type === 'Literal') return typeof node.value === 'string' ? [node.value] : [];
  if (node.type === 'TemplateLiteral') return (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked);
  if (node.type === 'ConditionalExpression') return of('consequent', 'alternate');
  if (node.type === 'LogicalExpression') return of('left', 'right');
  if (node.type === 'BinaryExpression') return node.operator === '+' ? of('left', 'right') : [];
  return [];
}
