import { readdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Bench } from './lib/bench';
import { printed } from './lib/figure';
import type { Figure } from './lib/figure';

const SUFFIX = '.bench.ts';
const NAMES = readdirSync(__dirname)
  .filter(file => file.endsWith(SUFFIX))
  .map(file => file.slice(0, -SUFFIX.length));

const USAGE = `Usage: yarn bench [NAME…] [--json FILE]

Measures, prints each figure with its goal, and fails if one does not hold.
  NAME         one of ${NAMES.join(', ')}; all of them when left out
  --json FILE  also write [{name, value, unit, goal, ok, baseline?}]
  --help       this text
`;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function load(name: string): Bench {
  // Not import(): the transform that runs TypeScript hooks into require alone.
  return require(join(__dirname, `${name}${SUFFIX}`)).bench;
}

function machine(): string {
  const [{ model }] = cpus();
  const load = loadavg().map(average => average.toFixed(1));
  return `${cpus().length} × ${model}, Node ${
    process.version
  }, load average ${load.join(' ')}`;
}

function writeJson(file: string, figures: Figure[]): void {
  const rows = figures.map(({ name, value, unit, goal, ok, baseline }) => ({
    ...{ name, value, unit, goal, ok },
    ...(baseline !== undefined && { baseline }),
  }));
  const path = resolve(process.env.INIT_CWD ?? process.cwd(), file);
  writeFileSync(path, `${JSON.stringify(rows, null, 2)}\n`);
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help) {
    say(USAGE);
    return 0;
  }
  const unknown = positionals.find(name => !NAMES.includes(name));
  if (unknown) throw new Error(`There is no bench “${unknown}”.\n\n${USAGE}`);
  const figures: Figure[] = [];
  for (const name of positionals.length ? positionals : NAMES) {
    const bench = load(name);
    say(`\n== ${name}: ${bench.about}\n   ${machine()}`);
    const measured = await bench.run(line => say(`   ${line}`));
    figures.push(...measured);
    for (const figure of measured) say(printed(figure));
  }
  if (values.json) writeJson(values.json, figures);
  const failed = figures.filter(({ ok }) => !ok).length;
  say(`\n${figures.length - failed} hold, ${failed} do not`);
  return failed ? 1 : 0;
}

main().then(
  code => process.exit(code),
  error => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    process.exit(1);
  },
);
