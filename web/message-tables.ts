import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

const BEGINNING = /\bm\[`([a-z_]+)(?=\$\{)/g;
const ASKED = 'virtual:message-table/';
const MESSAGES = '#lib/paraglide/messages.js';

/**
 * A message that is picked by its name, as in `` m[`place_state_${state}`] ``, would bring every message there is to every page:
 * nobody could tell which are never picked. In the built pages it picks from those alone that begin so.
 */
export function messageTables(): Plugin {
  return {
    name: 'ww:message-tables',
    apply: 'build',
    transform: {
      // what Svelte has made a script of already
      order: 'post',
      filter: { id: /\/src\/.*\.(svelte|ts)$/, code: BEGINNING },
      handler(code) {
        const beginnings = new Set<string>();
        const picked = code.replace(BEGINNING, (_, beginning: string) => {
          beginnings.add(beginning);
          return `${beginning}table[\``;
        });
        const imports = [...beginnings].map((beginning) => `import ${beginning}table from '${ASKED}${beginning}';`);
        return { code: `${picked}\n${imports.join('\n')}`, map: null };
      },
    },
    resolveId: { filter: { id: new RegExp(`^${ASKED}`) }, handler: (id) => `\0${id}` },
    load: {
      filter: { id: new RegExp(`^\0${ASKED}`) },
      async handler(id) {
        const beginning = id.slice(ASKED.length + 1);
        const [catalogue = ''] = beginning.split('_');
        const messages = JSON.parse(await readFile(`messages/pl/${catalogue}.json`, 'utf8')) as Record<string, unknown>;
        const names = Object.keys(messages).filter((name) => name.startsWith(beginning));
        if (names.length === 0) this.error(`no message begins with ${beginning}`);
        const entries = names.map((name) => `${name.slice(beginning.length)}: m.${name}`);
        return `import { m } from '${MESSAGES}';\nexport default { ${entries.join(', ')} };`;
      },
    },
  };
}
