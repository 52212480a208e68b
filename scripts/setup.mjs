import { runMain } from './lib/main.mjs';
import { setup } from './lib/setup.mjs';

await runMain(setup);
