import type { CompilerOptions } from '@inlang/paraglide-js';

/** Shared by the build and by `messages`, which type-checking needs to have run. */
export const paraglide = {
  project: './project.inlang',
  outdir: './src/lib/paraglide',
  strategy: ['url', 'baseLocale'],
  urlPatterns: [
    {
      pattern: '/:path(.*)?',
      localized: [
        ['en', '/en/:path(.*)?'],
        ['uk', '/uk/:path(.*)?'],
        ['pl', '/:path(.*)?'],
      ],
    },
  ],
  emitTsDeclarations: true,
  emitReadme: false,
} satisfies CompilerOptions;
