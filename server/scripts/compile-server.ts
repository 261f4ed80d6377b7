import { compileAll, SyntaxFailure } from './compile.ts';

// A process of its own: the compiler's memory is gone before the server starts.
try {
  console.log(`${compileAll()} files`);
} catch (error) {
  if (!(error instanceof SyntaxFailure)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
