import { runProgram } from './program.ts';

const exitCode = await runProgram(process.argv.slice(2));
// A command that failed may have left a connection open; one that is done has not, and ends when all is written.
if (exitCode) process.exit(exitCode);
