import { paraglideVitePlugin } from '@inlang/paraglide-js';
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { messageTables } from './message-tables.ts';
import { paraglide } from './paraglide.config.ts';

/** SHA-256 of the one style attribute that Kit itself writes: its visually hidden route announcer. */
const KIT_ANNOUNCER = 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=';

/**
 * Left to itself the build makes a file of whatever two pages share, over a hundred for one page. What this many pages share comes
 * in one file: a little more than a page needs, in half the requests.
 */
const SHARED_BY = [40, 12, 4];

/** Set by `pnpm dev`: where the server listens behind Vite. */
const server = process.env.WW_SERVER;

export default defineConfig({
  plugins: [
    paraglideVitePlugin(paraglide),
    messageTables(),
    sveltekit({
      adapter: adapter({ precompress: true }),
      csp: {
        mode: 'nonce',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          'style-src': ['self'],
          'style-src-attr': ['unsafe-hashes', KIT_ANNOUNCER],
          'img-src': ['self', 'data:'],
          'font-src': ['self'],
          'connect-src': ['self'],
          'object-src': ['none'],
          'base-uri': ['none'],
          'frame-ancestors': ['none'],
          'form-action': ['self'],
        },
      },
    }),
  ],
  server: server ? { proxy: { '/graphql': { target: server, ws: true }, '/api/auth': server } } : {},
  // the first of each to know light-dark() and popover, which the styles stand on
  build: { target: ['chrome123', 'firefox125', 'safari17.5'] },
  environments: {
    client: {
      build: {
        rolldownOptions: {
          output: {
            codeSplitting: {
              groups: SHARED_BY.map((pages) => ({ name: `shared-by-${String(pages)}`, minShareCount: pages, priority: pages })),
            },
          },
        },
      },
    },
  },
});
