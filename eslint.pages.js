import { join } from 'node:path';
import svelte from 'eslint-plugin-svelte';
import tsc from 'typescript';
import ts from 'typescript-eslint';

const PAGE = { extension: '.svelte', isMixedContent: true, scriptKind: tsc.ScriptKind.Deferred };
const svelteParser = svelte.configs.base.map(({ languageOptions }) => languageOptions?.parser).find(Boolean);

/** The TypeScript as which the linter sees a page or a module with runes. */
function asTypeScript(filePath, text) {
  let seen = text;
  const parseForESLint = (code, options) => {
    seen = code;
    return ts.parser.parseForESLint(code, options);
  };
  svelteParser.parseForESLint(text, { filePath, parser: { ...ts.parser, parseForESLint } });
  return seen;
}

/** All of web as one program, pages included. */
function createProgram() {
  const unreadable = ({ messageText }) => {
    throw new Error(tsc.flattenDiagnosticMessageText(messageText, '\n'));
  };
  const config = tsc.getParsedCommandLineOfConfigFile(
    join(import.meta.dirname, 'web/tsconfig.json'),
    { allowNonTsExtensions: true, noEmit: true },
    { ...tsc.sys, onUnRecoverableConfigFileDiagnostic: unreadable },
    undefined,
    undefined,
    [PAGE],
  );
  const host = tsc.createCompilerHost(config.options, true);
  const readFile = host.readFile.bind(host);
  host.readFile = (file) => {
    const text = readFile(file);
    const isSvelte = /\.svelte(\.ts)?$/.test(file) && !file.includes('node_modules');
    return isSvelte && text !== undefined ? asTypeScript(file, text) : text;
  };
  return tsc.createProgram(config.fileNames, config.options, host);
}

let program;

/**
 * typescript-eslint's parser over one program for all of web. Its project service would type-check web anew for every page,
 * because a page's text on the disk is not the TypeScript that is linted: four times the time. A text that the program does not
 * know, while something is being edited or fixed, still goes to the project service.
 */
export const parser = {
  ...ts.parser,
  parseForESLint(code, options) {
    if (!options.projectService) return ts.parser.parseForESLint(code, options);
    program ??= createProgram();
    const isKnown = program.getSourceFile(options.filePath)?.text === code;
    return ts.parser.parseForESLint(code, isKnown ? { ...options, projectService: undefined, programs: [program] } : options);
  },
};
