/**
 * Runs a script's main function. An error is for the person at the terminal: its message, without
 * the stack.
 *
 * @param {() => Promise<number | void>} main answers with the exit code
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    console.error(`\n${error.message}`);
    process.exitCode = 1;
  }
}
