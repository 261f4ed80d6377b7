import { globSync, mkdirSync, readFileSync, copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import ts from 'typescript';
import { ROOT } from './stamp.ts';

const SOURCE = join(ROOT, 'server/src');
const OUTPUT = join(ROOT, 'server/dist');

/** Decorators are the one thing in the sources that Node can't strip; types are checked by `pnpm test`, not here. */
const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2024,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  experimentalDecorators: true,
  emitDecoratorMetadata: false,
  useDefineForClassFields: false,
  verbatimModuleSyntax: true,
  rewriteRelativeImportExtensions: true,
  isolatedModules: true,
  sourceMap: true,
};

/** A source file that is not TypeScript, with where and why. */
export class SyntaxFailure extends Error {}

/** Compiles one file of server/src (path from there) into server/dist. Throws SyntaxFailure. */
export function compileFile(file: string): void {
  const from = join(SOURCE, file);
  const to = join(OUTPUT, file.replace(/\.ts$/, '.js'));
  mkdirSync(dirname(to), { recursive: true });
  if (!file.endsWith('.ts')) return copyFileSync(from, to);
  const { outputText, sourceMapText, diagnostics } = ts.transpileModule(readFileSync(from, 'utf8'), {
    fileName: from,
    compilerOptions: OPTIONS,
    reportDiagnostics: true,
  });
  if (diagnostics?.length) throw new SyntaxFailure(explain(diagnostics));
  if (sourceMapText) {
    const map = JSON.parse(sourceMapText) as { sources: string[] };
    writeFileSync(`${to}.map`, JSON.stringify({ ...map, sources: [from] }));
  }
  writeFileSync(to, outputText.replace(/\/\/# sourceMappingURL=.*\s*$/, `//# sourceMappingURL=${basename(to)}.map\n`));
}

/** Compiles the whole server. Returns the number of files; throws SyntaxFailure with all of the mistakes. */
export function compileAll(): number {
  rmSync(OUTPUT, { recursive: true, force: true });
  const files = globSync('**/*.{ts,json}', { cwd: SOURCE });
  const mistakes: string[] = [];
  for (const file of files) {
    try {
      compileFile(file);
    } catch (error) {
      if (!(error instanceof SyntaxFailure)) throw error;
      mistakes.push(error.message);
    }
  }
  if (mistakes.length) throw new SyntaxFailure(mistakes.join('\n'));
  return files.length;
}

/** Takes a deleted source out of server/dist. */
export function forgetFile(file: string): void {
  const to = join(OUTPUT, file.replace(/\.ts$/, '.js'));
  rmSync(to, { force: true, recursive: true });
  rmSync(`${to}.map`, { force: true });
}

function explain(diagnostics: readonly ts.Diagnostic[]): string {
  return ts.formatDiagnosticsWithColorAndContext(diagnostics, {
    getCurrentDirectory: () => ROOT,
    getCanonicalFileName: (name) => name,
    getNewLine: () => '\n',
  });
}
