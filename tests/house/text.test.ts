import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import allowed from './allowed.json' with { type: 'json' };
import { files, read } from './lib/project.ts';
import { writtenText } from './lib/svelte-text.ts';

const proper = new Set(allowed.textInPages);

describe('text for people comes from the messages', () => {
  test.each(files('web/src/**/*.svelte'))('%s', (file) => {
    const found = writtenText(read(file)).filter(({ text }) => !proper.has(text));
    expect(found.map(({ line, text }) => `${file}:${line} ${text}`)).toEqual([]);
  });
});

/** String literals with letters beyond ASCII: sentences in Polish or Ukrainian. */
function foreignLiterals(file: string): string[] {
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const text =
      ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node) || ts.isJsxText(node)
        ? node.text
        : '';
    if (text.length > 1 && /[^\p{ASCII}\P{L}]/u.test(text) && !proper.has(text))
      found.push(`${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${text}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

test('code holds no sentence of its own', () => {
  // the demo's people and requests are data
  const code = files('web/src/**/*.ts', 'server/src/**/*.ts', 'shared/src/**/*.ts').filter((file) => !file.startsWith('server/src/demo/'));
  expect(code.flatMap(foreignLiterals)).toEqual([]);
});

describe('the detector finds', () => {
  test.each([
    ['text between tags', '<p>Zapisz</p>'],
    ['text in a branch', '{#if a}<b>Save</b>{:else}{m.x()}{/if}'],
    ['text in an each', '{#each a as b (b)}<li>one {b}</li>{/each}'],
    ['a literal in an expression', "<p>{a ? 'Tak' : m.no()}</p>"],
    ['a template', '<p>{`od ${a}`}</p>'],
    ['an aria-label', '<button aria-label="Zamknij">x</button>'],
    ['a label of a component', '<Field label="Imię" />'],
    ['a placeholder in an expression', '<input placeholder={a ?? "Szukaj"} />'],
    ['Polish in any attribute', '<Part words="zażółć" />'],
    ['text in a snippet', '{#snippet a()}<i>abc</i>{/snippet}'],
  ])('%s', (_what, source) => {
    expect(writtenText(source)).not.toEqual([]);
  });

  test('nothing in marks, names of classes, numbers and calls', () => {
    const source =
      '<script lang="ts">let a = "tekst";</script><p class="btn small {a}">{m.x({ a: "b" })} 12 · <kbd>Ctrl</kbd></p><Part kind="primary" />';
    expect(writtenText(source)).toEqual([]);
  });
});
