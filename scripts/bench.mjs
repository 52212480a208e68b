import { benchCommand } from './lib/commands.mjs';
import { runInForeground } from './lib/foreground.mjs';

await runInForeground(benchCommand);
